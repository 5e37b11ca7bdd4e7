package potstats2.api.request;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalInt;

/**
 * The days that a question is about.
 *
 * @param first the first of them; after the last: there are none
 * @param last the last of them, included
 */
public record Period(LocalDate first, LocalDate last) {
    public static final Period ALL = new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    private static final Period NONE = new Period(LocalDate.of(2, 1, 1), LocalDate.of(1, 12, 31));

    /**
     * The parts of a period that rollups hold as whole years or months, and those that they do not.
     *
     * @param whole from the first day of such a year or month to the last of one
     * @param before the days before these; all of them where none is whole
     * @param after the days after these
     */
    public record Parts(Period whole, Period before, Period after) {}

    /**
     * Reads what a request says of it.
     *
     * @throws RequestRefusedException if it says two things, or names an end before the beginning
     */
    static Period of(Arguments arguments) {
        var year = arguments.find(CommonParameters.YEAR);
        var month = arguments.find(CommonParameters.MONTH);
        if (year != null) {
            refuse(arguments, CommonParameters.YEAR, CommonParameters.MONTH);
            refuseDays(arguments, CommonParameters.YEAR);
            return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        if (month != null) {
            refuseDays(arguments, CommonParameters.MONTH);
            return new Period(month.atDay(1), month.atEndOfMonth());
        }
        var from = arguments.get(CommonParameters.FROM, ALL.first);
        var to = arguments.get(CommonParameters.TO, ALL.last);
        if (from.isAfter(to)) {
            throw RequestRefusedException.malformed(CommonParameters.TO.name(), "it lies before from");
        }
        return new Period(from, to);
    }

    private static void refuseDays(Arguments arguments, Parameter<?> given) {
        refuse(arguments, given, CommonParameters.FROM);
        refuse(arguments, given, CommonParameters.TO);
    }

    private static void refuse(Arguments arguments, Parameter<?> given, Parameter<?> other) {
        if (arguments.has(other)) {
            throw RequestRefusedException.malformed(
                    other.name(), "it does not go together with %s".formatted(given.name()));
        }
    }

    private static Period between(LocalDate first, LocalDate last) {
        return first.isAfter(last) ? NONE : new Period(first, last);
    }

    /** The key under which rollups by year hold the whole of it: a year, or 0 for all; absent where they do not. */
    public OptionalInt key() {
        if (equals(ALL)) {
            return OptionalInt.of(0);
        }
        var isYear = first.getYear() == last.getYear() && first.getDayOfYear() == 1 && last.equals(lastOfYear(last));
        return isYear ? OptionalInt.of(first.getYear()) : OptionalInt.empty();
    }

    private static LocalDate lastOfYear(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfYear());
    }

    /** Its whole years, and the other days. */
    public Parts years() {
        return parts(TemporalAdjusters.firstDayOfYear(), TemporalAdjusters.lastDayOfYear());
    }

    /** Its whole months, and the other days. */
    public Parts months() {
        return parts(TemporalAdjusters.firstDayOfMonth(), TemporalAdjusters.lastDayOfMonth());
    }

    private Parts parts(TemporalAdjuster beginning, TemporalAdjuster end) {
        var wholeFirst =
                first.equals(first.with(beginning)) ? first : first.with(end).plusDays(1);
        var wholeLast =
                last.equals(last.with(end)) ? last : last.with(beginning).minusDays(1);
        return wholeFirst.isAfter(wholeLast)
                ? new Parts(NONE, this, NONE)
                : new Parts(
                        new Period(wholeFirst, wholeLast),
                        between(first, wholeFirst.minusDays(1)),
                        between(wholeLast.plusDays(1), last));
    }
}
