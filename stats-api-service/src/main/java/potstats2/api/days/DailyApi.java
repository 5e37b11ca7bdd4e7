package potstats2.api.days;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import potstats2.api.database.Columns;
import potstats2.api.request.Arguments;
import potstats2.api.request.CommonParameters;
import potstats2.api.request.Parameter;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** A number for every day of a year, as a heat map. */
@Component
class DailyApi implements Api {
    private static final Parameter<Integer> YEAR =
            new Parameter.Year(CommonParameters.YEAR.name(), "The calendar year; required");
    private static final Parameter<DayStatistic> STATISTIC =
            Parameter.Choice.of("statistic", "The number of each day; required", DayStatistic.class);

    private static final String DAYS = """
            SELECT day, (${statistic})::bigint AS value
            FROM stats.board_day
            WHERE bid = :bid AND day BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31) AND posts > 0
            """;

    private final DatabaseClient database;

    DailyApi(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "daily-stats";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(YEAR, STATISTIC, CommonParameters.BID);
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(YEAR) || parameter.equals(STATISTIC);
    }

    @Override
    public Mono<HeatMap> answer(Arguments arguments) {
        var year = arguments.require(YEAR);
        var statistic = arguments.require(STATISTIC);
        return database.sql(DAYS.replace("${statistic}", statistic.expression()))
                .bind("bid", arguments.boardOrAll())
                .bind("year", year)
                .map(DayValue::of)
                .all()
                .collect(TreeMap<LocalDate, Double>::new, (days, day) -> days.put(day.date(), day.value()))
                .map(HeatMap::of);
    }

    private record DayValue(LocalDate date, double value) {

        static DayValue of(Readable row) {
            return new DayValue(Columns.day(row, "day"), Columns.number(row, "value"));
        }
    }
}
