package potstats2.api.periods;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Readable;
import java.util.Locale;
import potstats2.api.database.Columns;

/**
 * How much was written in one hour of the week.
 *
 * @param weekdayHour the weekday as in {@link WeekdayStats}, a blank, and the hour from {@code "00"} to {@code "23"}
 * @param activity what was written in it
 */
record HourStats(
        @JsonProperty("weekday_hour") String weekdayHour,
        @JsonUnwrapped Activity activity) {

    static HourStats of(Readable row) {
        return new HourStats(hour(Columns.number(row, "weekday"), Columns.number(row, "hour")), Activity.of(row));
    }

    static HourStats of(WeekOfPeriod.Cell cell) {
        return new HourStats(hour(cell.weekday(), cell.hour()), cell.activity());
    }

    private static String hour(long weekday, long hour) {
        return String.format(Locale.ROOT, "%d %02d", weekday, hour);
    }
}
