package potstats2.api.periods;

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

/** How much was written year by year. */
@Component
class YearOverYearApi implements Api {
    private static final String YEARS = """
            SELECT year, posts AS post_count, edits AS edit_count, threads AS threads_created, active_users,
                (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM stats.board_year
            WHERE bid = :bid AND year <> 0 AND (:year = 0 OR year = :year) AND posts > 0
            ORDER BY year
            """;

    private final DatabaseClient database;

    YearOverYearApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "year-over-year-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(CommonParameters.YEAR, CommonParameters.BID);
    }

    @Override
    public Mono<Rows<YearStats>> answer(Arguments arguments) {
        return database.sql(YEARS)
                .bind("bid", arguments.boardOrAll())
                .bind("year", arguments.yearOrAll())
                .map(YearOverYearApi::year)
                .all()
                .collectList()
                .map(Rows::new);
    }

    private static YearStats year(Readable row) {
        return new YearStats(Math.toIntExact(Columns.number(row, "year")), Activity.of(row));
    }
}
