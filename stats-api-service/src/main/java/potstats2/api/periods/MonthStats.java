package potstats2.api.periods;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How much was written in a month.
 *
 * @param month such as {@code "2004-12"}
 * @param activity what was written in it
 */
record MonthStats(
        @JsonProperty("month") String month, @JsonUnwrapped Activity activity) {

    /** The months with posts and those between them, oldest first. */
    static List<MonthStats> of(SortedMap<YearMonth, Activity> present) {
        var months = new ArrayList<MonthStats>();
        if (!present.isEmpty()) {
            var end = present.lastKey().plusMonths(1);
            for (var month = present.firstKey(); month.isBefore(end); month = month.plusMonths(1)) {
                months.add(new MonthStats(month.toString(), present.getOrDefault(month, Activity.NONE)));
            }
        }
        return months;
    }
}
