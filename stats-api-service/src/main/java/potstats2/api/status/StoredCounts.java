package potstats2.api.status;

import io.r2dbc.spi.Readable;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import reactor.core.publisher.Mono;

/** Asks the database how much there is and how far it was read; a few rows each, whatever the forum's size. */
@Component
class StoredCounts {
    private static final String COUNTS = """
            SELECT coalesce(sum(posts), 0)::bigint AS posts, coalesce(sum(threads), 0)::bigint AS threads,
                coalesce(sum(active_users), 0)::bigint AS users,
                (SELECT count(*) FROM stats.board_year WHERE year = 0 AND bid <> 0 AND posts > 0) AS boards
            FROM stats.board_year
            WHERE bid = 0 AND year = 0
            """;
    private static final String POSITIONS = """
            SELECT topic, partition, next_offset FROM forum.positions
            UNION ALL
            SELECT topic, partition, next_offset FROM stats.positions
            """;

    private final DatabaseClient database;

    StoredCounts(DatabaseClient database) {
        this.database = database;
    }

    Mono<Counts> counts() {
        return database.sql(COUNTS).map(Counts::of).one();
    }

    /** The next offset of each partition that goes into the tables. */
    Mono<Map<TopicPartition, Long>> positions() {
        return database.sql(POSITIONS).map(Position::of).all().collectMap(Position::partition, Position::nextOffset);
    }

    record Counts(long posts, long threads, long boards, long users) {

        static Counts of(Readable row) {
            return new Counts(
                    Columns.number(row, "posts"),
                    Columns.number(row, "threads"),
                    Columns.number(row, "boards"),
                    Columns.number(row, "users"));
        }
    }

    private record Position(TopicPartition partition, long nextOffset) {

        static Position of(Readable row) {
            return new Position(
                    new TopicPartition(Columns.text(row, "topic"), Math.toIntExact(Columns.number(row, "partition"))),
                    Columns.number(row, "next_offset"));
        }
    }
}
