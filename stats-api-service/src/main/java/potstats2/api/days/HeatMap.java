package potstats2.api.days;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The days of a period in weeks.
 *
 * @param series the weeks that have a day with posts, oldest first
 */
record HeatMap(List<Week> series) {

    HeatMap {
        series = List.copyOf(series);
    }

    /**
     * A week that begins on Monday, or the part of it that lies in the period.
     *
     * @param name its number in the year of its first day: the one with the year's first Monday is 1, the days before are
     *     in 0
     * @param series its days, newest first
     */
    record Week(int name, List<Day> series) {
        Week {
            series = List.copyOf(series);
        }
    }

    /**
     * A day.
     *
     * @param name of the weekday, in German
     * @param value 0 where nothing was written
     */
    record Day(String name, double value) {}

    /** Puts the days with posts into their weeks and fills the gaps between them. */
    static HeatMap of(NavigableMap<LocalDate, Double> values) {
        var mondays = new TreeMap<LocalDate, Integer>();
        for (var day : values.keySet()) {
            var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            mondays.put(monday, weekOfYear(monday.isBefore(values.firstKey()) ? values.firstKey() : monday));
        }
        var weeks = new ArrayList<Week>();
        mondays.forEach((monday, name) -> weeks.add(new Week(name, days(monday, values))));
        return new HeatMap(weeks);
    }

    private static List<Day> days(LocalDate monday, NavigableMap<LocalDate, Double> values) {
        var days = new ArrayList<Day>();
        IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(monday::plusDays)
                .filter(date -> !date.isBefore(values.firstKey()) && !date.isAfter(values.lastKey()))
                .forEach(date -> days.add(new Day(nameOf(date), values.getOrDefault(date, 0.0))));
        Collections.reverse(days);
        return days;
    }

    private static String nameOf(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMAN);
    }

    /** As strftime's {@code %W}. */
    private static int weekOfYear(LocalDate date) {
        return (date.getDayOfYear()
                        + DayOfWeek.values().length
                        - date.getDayOfWeek().getValue())
                / DayOfWeek.values().length;
    }
}
