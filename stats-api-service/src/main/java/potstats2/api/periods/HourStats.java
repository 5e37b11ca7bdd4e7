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
        var hour = String.format(Locale.ROOT, "%d %02d", Columns.number(row, "weekday"), Columns.number(row, "hour"));
        return new HourStats(hour, Activity.of(row));
    }
}
