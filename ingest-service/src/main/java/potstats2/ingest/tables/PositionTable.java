package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.bytes;
import static potstats2.ingest.tables.Column.ints;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.texts;
import static potstats2.ingest.tables.Fields.field;
import static potstats2.ingest.tables.Fields.number;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code forum.positions}. */
final class PositionTable {
    private static final String INSERT_MISSING = """
            INSERT INTO forum.positions (topic, partition, next_offset)
            SELECT topic, partition, 0 FROM unnest(:topics::text[], :partitions::integer[]) AS n (topic, partition)
            ORDER BY topic COLLATE "C", partition
            ON CONFLICT (topic, partition) DO NOTHING
            """;

    private static final String READ = """
            SELECT topic, partition, next_offset, announcement
            FROM forum.positions
            JOIN unnest(:topics::text[], :partitions::integer[]) AS n (topic, partition) USING (topic, partition)
            """;

    private static final String NEXT_OFFSET = """
            SELECT next_offset FROM forum.positions WHERE topic = :topic AND partition = :partition
            """;

    private static final String ADVANCE = """
            UPDATE forum.positions p SET next_offset = n.next, announcement = NULL
            FROM unnest(:topics::text[], :partitions::integer[], :started::bigint[], :next::bigint[])
                AS n (topic, partition, started, next)
            WHERE p.topic = n.topic AND p.partition = n.partition AND p.next_offset = n.started
            """;

    private static final String STORE_ANNOUNCEMENT = """
            UPDATE forum.positions p SET announcement = n.announcement
            FROM unnest(:topics::text[], :partitions::integer[], :announcements::bytea[])
                AS n (topic, partition, announcement)
            WHERE p.topic = n.topic AND p.partition = n.partition
            """;

    /** Never forward: that would leave records out. */
    private static final String SET_BACK = """
            UPDATE forum.positions p SET next_offset = least(p.next_offset, n.target)
            FROM unnest(:topics::text[], :partitions::integer[], :targets::bigint[]) AS n (topic, partition, target)
            WHERE p.topic = n.topic AND p.partition = n.partition
            """;

    /** Batches move their positions first: none is under way any more, and none begins before the transaction ends. */
    private static final String HOLD = "LOCK TABLE forum.positions IN EXCLUSIVE MODE";

    private static final String FORGET = "UPDATE forum.positions SET next_offset = 0, announcement = NULL";

    private final DatabaseClient database;
    private final EventCodec codec;

    PositionTable(DatabaseClient database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    /** The stored positions; a partition that was never read stands at 0 from now on. */
    Flux<Position> read(Collection<TopicPartition> partitions) {
        return bind(INSERT_MISSING, partitions)
                .then()
                .thenMany(bind(READ, partitions).map(this::position).all());
    }

    /** Only where a partition stands, without what was announced there; 0 if it was never read. */
    Mono<Long> nextOffset(TopicPartition partition) {
        return database.sql(NEXT_OFFSET)
                .bind("topic", partition.topic())
                .bind("partition", partition.partition())
                .map(row -> number(row, "next_offset"))
                .one()
                .defaultIfEmpty(0L);
    }

    private DatabaseClient.GenericExecuteSpec bind(String sql, Collection<TopicPartition> partitions) {
        return database.sql(sql)
                .bind("topics", texts(partitions, TopicPartition::topic))
                .bind("partitions", ints(partitions, TopicPartition::partition));
    }

    private Position position(Readable row) {
        var announcement = row.get("announcement", byte[].class);
        return new Position(
                new TopicPartition(field(row, "topic", String.class), field(row, "partition", Integer.class)),
                number(row, "next_offset"),
                announcement == null ? null : codec.decode(ForumChanged.class, announcement));
    }

    /** Reads again from these offsets at the latest. */
    Mono<Void> setBack(Map<TopicPartition, Long> targets) {
        var partitions = List.copyOf(targets.keySet());
        return bind(INSERT_MISSING, partitions)
                .then()
                .then(bind(SET_BACK, partitions)
                        .bind("targets", longs(partitions, targets::get))
                        .then());
    }

    /** Until the transaction ends no batch is written. */
    Mono<Void> hold() {
        return database.sql(HOLD).then();
    }

    /** Everything is to be read again, and nothing is left to be announced. */
    Mono<Void> forget() {
        return database.sql(FORGET).then();
    }

    /** Moves the positions, or fails with a {@link FencedException} where one is not the one started from. */
    Mono<Void> advance(List<Advance> advances) {
        return database.sql(ADVANCE)
                .bind("topics", texts(advances, Advance::topic))
                .bind("partitions", ints(advances, Advance::number))
                .bind("started", longs(advances, Advance::from))
                .bind("next", longs(advances, Advance::to))
                .fetch()
                .rowsUpdated()
                .filter(updated -> updated == advances.size())
                .switchIfEmpty(Mono.error(() -> new FencedException("Another position is stored than " + advances)))
                .then();
    }

    /** Keeps the announcement with one of the batch's positions until the next batch there. */
    Mono<Void> store(ForumChanged announcement, Advance with) {
        return bind(STORE_ANNOUNCEMENT, List.of(with.partition()))
                .bind("announcements", bytes(List.of(announcement), codec::encode))
                .then();
    }
}
