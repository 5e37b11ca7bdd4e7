package potstats2.api.boards;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.database.PeriodQuery;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** The boards with at least one post (in a year). */
@Component
class BoardsApi implements Api {
    private static final String BOARDS = """
            SELECT bid, coalesce(b.name, '') AS name, coalesce(b.description, '') AS description, threads, posts
            FROM ${rows}
            LEFT JOIN forum.boards b USING (bid)
            WHERE posts > 0
            ORDER BY bid
            """;

    // The boards are few; from them the rows of days are found by their key.
    private static final PeriodQuery ROWS = new PeriodQuery("""
            (
                SELECT bid, posts, threads FROM stats.board_year WHERE year = :year AND bid <> 0
            )""", """
            (
                SELECT bid, sum(posts)::bigint AS posts, sum(threads)::bigint AS threads
                FROM (
                    SELECT bid, posts, threads
                    FROM stats.board_year
                    WHERE bid <> 0 AND year BETWEEN :first_year AND :last_year
                    UNION ALL
                    SELECT bid, d.posts, d.threads
                    FROM stats.board_year y
                    JOIN stats.board_day d USING (bid)
                    WHERE bid <> 0 AND year = 0 AND ${days}
                )
                GROUP BY bid
            )""");

    private final DatabaseClient database;

    BoardsApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "boards";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd();
    }

    @Override
    public Mono<Rows<Board>> answer(Arguments arguments) {
        return ROWS.ask(database, arguments.period(), rows -> BOARDS.replace("${rows}", rows))
                .map(BoardsApi::board)
                .all()
                .collectList()
                .map(Rows::new);
    }

    private static Board board(Readable row) {
        return new Board(
                Columns.number(row, "bid"),
                Columns.text(row, "name"),
                Columns.text(row, "description"),
                Columns.number(row, "threads"),
                Columns.number(row, "posts"));
    }
}
