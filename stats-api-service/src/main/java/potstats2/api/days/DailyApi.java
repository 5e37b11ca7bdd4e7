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
import potstats2.api.request.RequestRefusedException;
import potstats2.api.web.Api;
import reactor.core.publisher.Mono;

/** A number for every day of a period, as a heat map. */
@Component
class DailyApi implements Api {
    private static final List<Parameter<?>> PERIOD = CommonParameters.periodAnd();
    private static final Parameter<DayStatistic> STATISTIC =
            Parameter.Choice.of("statistic", "The number of each day; required", DayStatistic.class);

    private static final String DAYS = """
            SELECT day, (${statistic})::bigint AS value
            FROM stats.board_day
            WHERE bid = :bid AND day BETWEEN :first AND :last AND posts > 0
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
        return CommonParameters.periodAnd(STATISTIC, CommonParameters.BID);
    }

    @Override
    public boolean requires(Parameter<?> parameter) {
        return parameter.equals(STATISTIC);
    }

    @Override
    public Mono<HeatMap> answer(Arguments arguments) {
        var statistic = arguments.require(STATISTIC);
        if (PERIOD.stream().noneMatch(arguments::has)) {
            throw RequestRefusedException.missing(CommonParameters.YEAR.name());
        }
        var period = arguments.period();
        return database.sql(DAYS.replace("${statistic}", statistic.expression()))
                .bind("bid", arguments.boardOrAll())
                .bind("first", period.first())
                .bind("last", period.last())
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
