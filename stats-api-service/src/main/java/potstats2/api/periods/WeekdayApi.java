package potstats2.api.periods;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import potstats2.api.web.Rows;
import reactor.core.publisher.Mono;

/** How much was written on each day of the week. */
@Component
class WeekdayApi implements Api {
    private static final String ROWS = """
            SELECT weekday, posts AS post_count, edits AS edit_count, threads AS threads_created, active_users,
                (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM stats.board_weekday
            WHERE bid = :bid AND year = :year AND posts > 0
            ORDER BY weekday
            """;

    private final DatabaseClient database;

    WeekdayApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "weekday-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(CommonParameters.BID);
    }

    @Override
    public Mono<Rows<WeekdayStats>> answer(Arguments arguments) {
        var key = arguments.period().key();
        var rows = key.isPresent()
                ? ofKey(key.getAsInt(), arguments.boardOrAll())
                : WeekOfPeriod.WEEKDAYS
                        .cells(database, arguments)
                        .map(cells -> cells.stream().map(WeekdayStats::of).toList());
        return rows.map(Rows::new);
    }

    private Mono<List<WeekdayStats>> ofKey(int yearOrAll, long bid) {
        return database.sql(ROWS)
                .bind("bid", bid)
                .bind("year", yearOrAll)
                .map(row -> WeekdayStats.of(row))
                .all()
                .collectList();
    }
}
