package potstats2.ingest.consume;

import io.r2dbc.spi.R2dbcException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potstats2.ingest.tables.FencedException;

/** Tells failures apart by what helps against them. */
final class Failures {
    /** Classes of SQLSTATE: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "54");

    /** A concurrent batch added the same post; the next attempt finds it. */
    private static final String UNIQUE_VIOLATION = "23505";

    private Failures() {}

    /** The batch holds something that cannot be written, however often it is tried. */
    static boolean isRefusal(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArithmeticException) {
                return true; // an instant that microseconds cannot say
            }
            if (cause instanceof R2dbcException refused && refused.getSqlState() != null) {
                return !refused.getSqlState().equals(UNIQUE_VIOLATION)
                        && REFUSALS.stream().anyMatch(refused.getSqlState()::startsWith);
            }
        }
        return false;
    }

    /** Another attempt may succeed. */
    static boolean isTransient(Throwable failure) {
        return !(failure instanceof FencedException) && !isRefusal(failure);
    }

    /** Why, in one line. */
    static String reason(Throwable failure) {
        var deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest.toString();
    }
}
