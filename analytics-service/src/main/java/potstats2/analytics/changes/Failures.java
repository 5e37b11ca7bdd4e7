package potstats2.analytics.changes;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import potstats2.analytics.rollup.LostPositionException;
import potstats2.runtime.database.SqlStates;

/** Tells failures apart by what helps against them. */
final class Failures {

    private Failures() {}

    /** What is not known to be an outage is the fault of a change that was applied, and would fail for ever. */
    static boolean isRefusal(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database) {
                return !SqlStates.isOutage(database.getSQLState());
            }
            if (cause instanceof KafkaException
                    || cause instanceof LostPositionException
                    || cause instanceof InterruptedException) {
                return false;
            }
        }
        return !(failure instanceof TransactionException || failure instanceof DataAccessResourceFailureException);
    }
}
