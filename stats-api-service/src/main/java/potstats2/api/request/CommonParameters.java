package potstats2.api.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The parameters that several APIs take. */
public final class CommonParameters {

    /** How many rows an answer has where a request does not say. */
    public static final int DEFAULT_LIMIT = 1_000;

    public static final Parameter<Integer> YEAR =
            new Parameter.Year("year", "Only what was written in this calendar year; absent: all years");
    public static final Parameter<YearMonth> MONTH =
            new Parameter.Month("month", "Only what was written in this month, such as 2004-12; in place of year");

    public static final Parameter<LocalDate> FROM = new Parameter.Day(
            "from", "Only what was written on this day, such as 2004-12-31, or later; in place of year");

    public static final Parameter<LocalDate> TO = new Parameter.Day(
            "to", "Only what was written on this day, such as 2004-12-31, or earlier; in place of year");

    public static final Parameter<Long> BID =
            new Parameter.WholeNumber("bid", "Only what stands in this board; absent: all boards", 1, Long.MAX_VALUE);
    public static final Parameter<Long> LIMIT =
            new Parameter.WholeNumber("limit", "How many rows at most; absent: " + DEFAULT_LIMIT, 1, 10_000);

    public static final Parameter<Long> UID =
            new Parameter.WholeNumber("uid", "The forum's number of the user", 0, Long.MAX_VALUE);

    /** Of a name in a request, in characters: more than a request line takes. */
    public static final int LONGEST_NAME = 60_000;

    private CommonParameters() {}

    /** The parameters that say which days a question is about, and others. */
    public static List<Parameter<?>> periodAnd(Parameter<?>... others) {
        return Stream.concat(Stream.of(YEAR, MONTH, FROM, TO), Stream.of(others))
                .toList();
    }
}
