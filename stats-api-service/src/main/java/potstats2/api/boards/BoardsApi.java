package potstats2.api.boards;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
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
            SELECT bid, coalesce(b.name, '') AS name, coalesce(b.description, '') AS description, y.threads, y.posts
            FROM stats.board_year y
            LEFT JOIN forum.boards b USING (bid)
            WHERE year = :year AND bid <> 0 AND posts > 0
            ORDER BY bid
            """;

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
        return List.of(CommonParameters.YEAR);
    }

    @Override
    public Mono<Rows<Board>> answer(Arguments arguments) {
        return database.sql(BOARDS)
                .bind("year", arguments.yearOrAll())
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
