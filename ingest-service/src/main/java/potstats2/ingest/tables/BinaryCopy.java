package potstats2.ingest.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows in the binary format of {@code COPY}, as
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS">PostgreSQL describes it</a>.
 */
final class BinaryCopy {
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    private static final int END = -1;
    private static final int ROWS_PER_MESSAGE = 250;

    private final List<Column> columns;
    private final int rows;

    /** Of at least one column; all have as many values. */
    BinaryCopy(List<Column> columns) {
        this.columns = columns;
        rows = columns.get(0).size();
    }

    /**
     * Runs within the current transaction. A value that cannot be written fails as what it is: the server only hears that
     * the client gave up, which would look as if an operator had cancelled the statement.
     */
    Mono<Void> into(DatabaseClient database, String sql) {
        return Mono.defer(() -> {
            var unwritable = new AtomicReference<@Nullable Throwable>();
            var messages = messages().doOnError(unwritable::set);
            return database.inConnection(connection ->
                            postgres(connection).copyIn(sql, messages).then())
                    .onErrorMap(failure -> Objects.requireNonNullElse(unwritable.get(), failure));
        });
    }

    private static PostgresqlConnection postgres(Connection connection) {
        if (connection instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        if (connection instanceof Wrapped<?> pooled && pooled.unwrap() instanceof Connection inner) {
            return postgres(inner);
        }
        throw new IllegalArgumentException(connection + " is no connection to PostgreSQL");
    }

    private Flux<ByteBuf> messages() {
        return Flux.range(0, (rows + ROWS_PER_MESSAGE - 1) / ROWS_PER_MESSAGE).map(this::message);
    }

    private ByteBuf message(int number) {
        var buffer = ByteBufAllocator.DEFAULT.buffer();
        try {
            if (number == 0) {
                buffer.writeBytes(SIGNATURE).writeInt(0).writeInt(0); // no flags, no extension
            }
            int from = number * ROWS_PER_MESSAGE;
            int to = Math.min(rows, from + ROWS_PER_MESSAGE);
            for (int row = from; row < to; row++) {
                write(row, buffer);
            }
            if (to == rows) {
                buffer.writeShort(END);
            }
            return buffer;
        } catch (RuntimeException e) {
            buffer.release();
            throw e;
        }
    }

    private void write(int row, ByteBuf buffer) {
        buffer.writeShort(columns.size());
        for (var column : columns) {
            column.write(row, buffer);
        }
    }
}
