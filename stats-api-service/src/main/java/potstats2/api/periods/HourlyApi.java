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

/** How much was written in each hour of the week. */
@Component
class HourlyApi implements Api {
    private static final String ROWS = """
            SELECT weekday, hour, posts AS post_count, edits AS edit_count, threads AS threads_created, active_users,
                (2 * length + posts) / (2 * posts) AS avg_post_length
            FROM stats.board_hour
            WHERE bid = :bid AND year = :year AND posts > 0
            ORDER BY weekday, hour
            """;

    private final DatabaseClient database;

    HourlyApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "hourly-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return CommonParameters.periodAnd(CommonParameters.BID);
    }

    @Override
    public Mono<Rows<HourStats>> answer(Arguments arguments) {
        var key = arguments.period().key();
        var rows = key.isPresent()
                ? ofKey(key.getAsInt(), arguments.boardOrAll())
                : WeekOfPeriod.HOURS
                        .cells(database, arguments)
                        .map(cells -> cells.stream().map(HourStats::of).toList());
        return rows.map(Rows::new);
    }

    private Mono<List<HourStats>> ofKey(int yearOrAll, long bid) {
        return database.sql(ROWS)
                .bind("bid", bid)
                .bind("year", yearOrAll)
                .map(row -> HourStats.of(row))
                .all()
                .collectList();
    }
}
