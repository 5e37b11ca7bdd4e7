package potstats2.ingest.consume;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import potstats2.ingest.tables.FencedException;
import potstats2.runtime.database.SqlStates;

/**
 * Tells failures apart by what helps against them. What is known to be an outage is waited for; everything else is the
 * records' fault, so that none of them can hold up a partition, whatever nobody thought of is wrong with it.
 */
final class Failures {
    private static final int LONGEST_REASON = 2_000;

    private Failures() {}

    /** Nothing that is written would be taken now; the same may be taken later. */
    static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return SqlStates.isOutage(database.getSqlState());
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof KafkaException
                    || cause instanceof CancellationException
                    || cause instanceof RejectedExecutionException
                    || cause instanceof VirtualMachineError) {
                return true;
            }
        }
        return failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException;
    }

    /** The batch holds something that cannot be written, however often it is tried. */
    static boolean isRefusal(Throwable failure) {
        return !(failure instanceof FencedException) && !isOutage(failure);
    }

    /** A concurrent batch added the same row; the next attempt finds it. */
    static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return SqlStates.UNIQUE_VIOLATION.equals(database.getSqlState());
            }
        }
        return false;
    }

    /** Why, in one line. */
    static String reason(Throwable failure) {
        var deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        var reason = deepest.toString().replaceAll("\\p{Cntrl}+", " ");
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
