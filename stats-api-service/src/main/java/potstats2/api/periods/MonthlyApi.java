package potstats2.api.periods;

import io.r2dbc.spi.Readable;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
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

/** How much was written month by month. */
@Component
class MonthlyApi implements Api {
    private static final String MONTHS = """
            WITH days AS (
                SELECT date_trunc('month', day::timestamp)::date AS month, sum(posts)::bigint AS posts,
                    sum(edits)::bigint AS edits, sum(length)::bigint AS length, sum(threads)::bigint AS threads
                FROM stats.board_day
                WHERE bid = :bid AND ${days}
                GROUP BY 1
            ),
            users AS (
                SELECT date_trunc('month', day::timestamp)::date AS month, count(DISTINCT uid) AS active_users
                FROM stats.user_hour
                WHERE ${days} AND (:bid = 0 OR bid = :bid)
                GROUP BY 1
            )
            SELECT month, posts AS post_count, edits AS edit_count, threads AS threads_created, active_users,
                (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM (
                SELECT month, posts, edits, length, threads, active_users
                FROM stats.board_month
                WHERE bid = :bid AND month BETWEEN :first_day AND :last_day
                UNION ALL
                SELECT month, posts, edits, length, threads, active_users
                FROM days JOIN users USING (month)
            )
            WHERE posts > 0
            """.replace("${days}", PeriodQuery.DAYS);

    private final DatabaseClient database;

    MonthlyApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "monthly-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(CommonParameters.BID);
    }

    @Override
    public Mono<Rows<MonthStats>> answer(Arguments arguments) {
        var months = arguments.period().months();
        return PeriodQuery.bindDays(database.sql(MONTHS), months)
                .bind("first_day", months.whole().first())
                .bind("last_day", months.whole().last())
                .bind("bid", arguments.boardOrAll())
                .map(Month::of)
                .all()
                .collect(
                        TreeMap<YearMonth, Activity>::new,
                        (present, month) -> present.put(month.month(), month.activity()))
                .map(MonthStats::of)
                .map(Rows::new);
    }

    private record Month(YearMonth month, Activity activity) {
        static Month of(Readable row) {
            return new Month(YearMonth.from(Columns.day(row, "month")), Activity.of(row));
        }
    }
}
