package potstats2.api.periods;

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

/** How much was written year by year. */
@Component
class YearOverYearApi implements Api {
    private static final String YEARS = """
            WITH days AS (
                SELECT extract(year FROM day)::int AS year, sum(posts)::bigint AS posts, sum(edits)::bigint AS edits,
                    sum(length)::bigint AS length, sum(threads)::bigint AS threads
                FROM stats.board_day
                WHERE bid = :bid AND ${days}
                GROUP BY 1
            ),
            users AS (
                SELECT extract(year FROM day)::int AS year, count(DISTINCT uid) AS active_users
                FROM stats.user_hour
                WHERE ${days} AND (:bid = 0 OR bid = :bid)
                GROUP BY 1
            )
            SELECT year, posts AS post_count, edits AS edit_count, threads AS threads_created, active_users,
                (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM (
                SELECT year, posts, edits, length, threads, active_users
                FROM stats.board_year
                WHERE bid = :bid AND year BETWEEN :first_year AND :last_year
                UNION ALL
                SELECT year, posts, edits, length, threads, active_users
                FROM days JOIN users USING (year)
            )
            WHERE posts > 0
            ORDER BY year
            """.replace("${days}", PeriodQuery.DAYS);

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
        return CommonParameters.periodAnd(CommonParameters.BID);
    }

    @Override
    public Mono<Rows<YearStats>> answer(Arguments arguments) {
        return PeriodQuery.bindYears(database.sql(YEARS), arguments.period())
                .bind("bid", arguments.boardOrAll())
                .map(YearOverYearApi::year)
                .all()
                .collectList()
                .map(Rows::new);
    }

    private static YearStats year(Readable row) {
        return new YearStats(Math.toIntExact(Columns.number(row, "year")), Activity.of(row));
    }
}
