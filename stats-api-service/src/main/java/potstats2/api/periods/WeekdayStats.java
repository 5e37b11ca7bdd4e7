package potstats2.api.periods;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * How much was written on one day of the week.
 *
 * @param weekday from {@code "1"} for Monday to {@code "7"} for Sunday
 * @param activity what was written on it
 */
record WeekdayStats(
        @JsonProperty("weekday") String weekday,
        @JsonUnwrapped Activity activity) {

    static WeekdayStats of(Readable row) {
        return new WeekdayStats(String.valueOf(Columns.number(row, "weekday")), Activity.of(row));
    }

    static WeekdayStats of(WeekOfPeriod.Cell cell) {
        return new WeekdayStats(String.valueOf(cell.weekday()), cell.activity());
    }
}
