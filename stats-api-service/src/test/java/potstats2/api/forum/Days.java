package potstats2.api.forum;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Days of a forum, both included; null: without end on that side.
 *
 * @param name what a question says of them, as parameters
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last, Map<String, String> name) {

    static final Days ALL = new Days(null, null, Map.of());

    /** Those of a month, such as 2004-12. */
    public static Days month(String month) {
        var first = LocalDate.parse(month + "-01");
        return new Days(first, first.plusMonths(1).minusDays(1), Map.of("month", month));
    }

    /** Those of a year. */
    public static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Map.of("year", String.valueOf(year)));
    }

    /** Those from one day to another, in ISO 8601; blank: without end on that side. */
    public static Days between(String from, String to) {
        var name = new LinkedHashMap<String, String>();
        if (!from.isEmpty()) {
            name.put("from", from);
        }
        if (!to.isEmpty()) {
            name.put("to", to);
        }
        return new Days(from.isEmpty() ? null : LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to), name);
    }

    boolean contain(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** Arguments of a question about them in a board, 0 for all. */
    public Map<String, String> arguments(long bid) {
        var arguments = new LinkedHashMap<>(name);
        if (bid != 0) {
            arguments.put("bid", String.valueOf(bid));
        }
        return arguments;
    }
}
