package potstats2.api.boards;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** How much was written in each board year by year. */
@Component
class BoardDevelopmentApi implements Api {
    private static final String YEARS = """
            SELECT bid, coalesce(b.name, '') AS name, year, posts, threads
            FROM stats.board_year y
            LEFT JOIN forum.boards b USING (bid)
            WHERE year <> 0 AND bid <> 0 AND (:year = 0 OR year = :year) AND (:bid = 0 OR bid = :bid) AND posts > 0
            ORDER BY bid, year
            """;

    private final DatabaseClient database;

    BoardDevelopmentApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "board-development";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CommonParameters.YEAR, CommonParameters.BID);
    }

    @Override
    public Mono<Rows<BoardYear>> answer(Arguments arguments) {
        return database.sql(YEARS)
                .bind("year", arguments.yearOrAll())
                .bind("bid", arguments.boardOrAll())
                .map(BoardYear::of)
                .all()
                .collectList()
                .map(Rows::new);
    }
}
