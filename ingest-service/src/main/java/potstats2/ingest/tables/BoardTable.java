package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.texts;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.events.BoardObserved;
import reactor.core.publisher.Mono;

/** Table {@code forum.boards}. */
final class BoardTable {
    private static final String UPSERT = """
            WITH written AS (
                INSERT INTO forum.boards AS b
                    (bid, cid, observed_at, name, description, category_name, category_description)
                SELECT bid, cid, observed_at, name, description, category, about
                FROM unnest(:bids::bigint[], :cids::bigint[], :observed::timestamptz[], :names::text[],
                            :descriptions::text[], :categories::text[], :abouts::text[])
                    AS n (bid, cid, observed_at, name, description, category, about)
                ON CONFLICT (bid) DO UPDATE SET
                    cid = excluded.cid, observed_at = excluded.observed_at, name = excluded.name,
                    description = excluded.description, category_name = excluded.category_name,
                    category_description = excluded.category_description
                WHERE excluded.observed_at > b.observed_at
                RETURNING new.bid,
                    (old.bid, old.cid, old.name, old.description, old.category_name, old.category_description)
                        IS DISTINCT FROM
                    (new.bid, new.cid, new.name, new.description, new.category_name, new.category_description)
                        AS changed
            )
            SELECT bid FROM written WHERE changed
            """;

    private final DatabaseClient database;

    BoardTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> write(List<BoardObserved> boards, Changes changes) {
        if (boards.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(UPSERT)
                .bind("bids", longs(boards, BoardObserved::bid))
                .bind("cids", longs(boards, board -> board.category().cid()))
                .bind("observed", instants(boards, BoardObserved::observedAt))
                .bind("names", texts(boards, BoardObserved::name))
                .bind("descriptions", texts(boards, BoardObserved::description))
                .bind("categories", texts(boards, board -> board.category().name()))
                .bind("abouts", texts(boards, board -> board.category().description()))
                .map(row -> Fields.number(row, "bid"))
                .all()
                .doOnNext(changes::board)
                .then();
    }
}
