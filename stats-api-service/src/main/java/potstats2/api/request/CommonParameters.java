package potstats2.api.request;

/** The parameters that several APIs take. */
public final class CommonParameters {

    /** How many rows an answer has where a request does not say. */
    public static final int DEFAULT_LIMIT = 1_000;

    public static final Parameter<Integer> YEAR =
            new Parameter.Year("year", "Only what was written in this calendar year; absent: all years");
    public static final Parameter<Long> BID =
            new Parameter.WholeNumber("bid", "Only what stands in this board; absent: all boards", 1, Long.MAX_VALUE);
    public static final Parameter<Long> LIMIT =
            new Parameter.WholeNumber("limit", "How many rows at most; absent: " + DEFAULT_LIMIT, 1, 10_000);

    public static final Parameter<Long> UID =
            new Parameter.WholeNumber("uid", "The forum's number of the user", 0, Long.MAX_VALUE);

    /** Of a name in a request, in characters: more than a request line takes. */
    public static final int LONGEST_NAME = 60_000;

    private CommonParameters() {}
}
