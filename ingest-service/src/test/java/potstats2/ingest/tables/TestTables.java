package potstats2.ingest.tables;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import potstats2.events.ForumEvent;
import potstats2.ingest.ForumDatabase;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.Servers;

/** The tables in a database of their own, and one partition whose records are written to them. */
final class TestTables implements AutoCloseable {
    private static final List<String> MIGRATIONS = List.of("001-tables", "002-user-names", "003-name-order");
    static final TopicPartition PARTITION = new TopicPartition("forum.posts", 0);

    private final ConnectionPool pool;
    private final AtomicLong position = new AtomicLong();
    final ForumTables tables;
    final ForumDatabase database;

    TestTables(Servers servers) {
        var address = servers.newDatabase();
        database = new ForumDatabase(address);
        database.execute("CREATE SCHEMA forum");
        MIGRATIONS.forEach(migration -> database.execute(sql(migration)));
        // Nothing here is about durability, and a disk flush a batch would be most of the time.
        database.execute("ALTER DATABASE " + address.database() + " SET synchronous_commit = off");
        pool = pool(address);
        tables = new ForumTables(
                DatabaseClient.create(pool),
                TransactionalOperator.create(new R2dbcTransactionManager(pool)),
                new EventCodec());
        read(PARTITION);
    }

    private static ConnectionPool pool(PostgresAddress address) {
        var options = ConnectionFactoryOptions.parse(address.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, address.user())
                .option(ConnectionFactoryOptions.PASSWORD, address.password())
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, ConnectionConfiguration.PLAN_EACH_TIME)
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(options))
                .maxSize(4)
                .build());
    }

    private static String sql(String migration) {
        try (var sql = TestTables.class.getResourceAsStream("/db/forum/" + migration + ".sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Position read(TopicPartition partition) {
        return Objects.requireNonNull(tables.positions(List.of(partition)).blockLast(Duration.ofSeconds(30)));
    }

    /** One batch. */
    Optional<ForumChanged> write(ForumEvent... events) {
        return write(List.of(events));
    }

    Optional<ForumChanged> write(List<? extends ForumEvent> events) {
        long from = position.get();
        var changed = write(new Advance(PARTITION, from, from + events.size()), events);
        position.addAndGet(events.size());
        return changed;
    }

    Optional<ForumChanged> write(Advance advance, List<? extends ForumEvent> events) {
        return Objects.requireNonNull(
                tables.write(Batch.of(List.of(advance), events)).block(Duration.ofSeconds(30)));
    }

    /** How often statements were executed on a connection with such plans, {@code custom_plans} or {@code generic_plans}. */
    long executions(String plans) {
        return Objects.requireNonNull(DatabaseClient.create(pool)
                .sql("SELECT coalesce(sum(%s), 0)::bigint FROM pg_prepared_statements".formatted(plans))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(Duration.ofSeconds(30)));
    }

    List<String> rows(String query) {
        return database.rows(query);
    }

    void clear() {
        for (var table : List.of("boards", "threads", "posts", "post_removals", "profiles", "user_names", "users")) {
            database.execute("DELETE FROM forum." + table);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
