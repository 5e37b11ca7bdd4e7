package potstats2.ingest.consume;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import potstats2.ingest.tables.FencedException;

/**
 * Tells failures apart by what helps against them. What is known to be an outage is waited for; everything else is the
 * records' fault, so that none of them can hold up a partition, whatever nobody thought of is wrong with it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
final class Failures {
    /**
     * Classes of SQLSTATE: connection, state of the transaction (as on a standby), authorization, no such database, no such
     * schema, rollback (serialization, deadlock), no such table or no right to it, resources (disk, memory, connections),
     * object in use, operator intervention, system error, configuration.
     */
    private static final Set<String> OUTAGES =
            Set.of("08", "25", "28", "3D", "3F", "40", "42", "53", "55", "57", "58", "F0");

    /** Damaged data or index: no record's fault. */
    private static final Set<String> DAMAGES = Set.of("XX001", "XX002");

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int LONGEST_REASON = 2_000;

    private Failures() {}

    /** Nothing that is written would be taken now; the same may be taken later. */
    static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return isOutage(database.getSqlState());
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

    /** Where no server said anything, there was none. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null
                || DAMAGES.contains(sqlState)
                || OUTAGES.stream().anyMatch(sqlState::startsWith);
    }

    /** The batch holds something that cannot be written, however often it is tried. */
    static boolean isRefusal(Throwable failure) {
        return !(failure instanceof FencedException) && !isOutage(failure);
    }

    /** A concurrent batch added the same row; the next attempt finds it. */
    static boolean isConflict(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return UNIQUE_VIOLATION.equals(database.getSqlState());
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
