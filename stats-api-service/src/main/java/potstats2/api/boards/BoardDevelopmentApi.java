package potstats2.api.boards;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.PeriodQuery;
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
            FROM (
                SELECT bid, year, posts, threads
                FROM stats.board_year
                WHERE bid <> 0 AND year BETWEEN :first_year AND :last_year
                UNION ALL
                SELECT bid, extract(year FROM day)::int, sum(d.posts)::bigint, sum(d.threads)::bigint
                FROM stats.board_year y
                JOIN stats.board_day d USING (bid)
                WHERE bid <> 0 AND year = 0 AND ${days}
                GROUP BY 1, 2
            )
            LEFT JOIN forum.boards b USING (bid)
            WHERE (:bid = 0 OR bid = :bid) AND posts > 0
            ORDER BY bid, year
            """.replace("${days}", PeriodQuery.DAYS);

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
        return CommonParameters.periodAnd(CommonParameters.BID);
    }

    @Override
    public Mono<Rows<BoardYear>> answer(Arguments arguments) {
        return PeriodQuery.bindYears(database.sql(YEARS), arguments.period())
                .bind("bid", arguments.boardOrAll())
                .map(BoardYear::of)
                .all()
                .collectList()
                .map(Rows::new);
    }
}
