package potstats2.runtime.launch;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass when a server is there again from those that stay. */
final class ServerAway {

    private ServerAway() {}

    /** What a failure says of a server that is not reached, does not answer, or has ended the connection. */
    static Optional<String> reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                return Optional.of(firstLine(sql));
            }
            if (cause instanceof TimeoutException) {
                return Optional.of("Kafka does not answer");
            }
        }
        return Optional.empty();
    }

    /**
     * Connection exceptions, and a server that shuts down or starts up. What a server refuses has a state: without one,
     * a pool has closed the connection that failed.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
     */
    private static boolean isAway(@Nullable String sqlState) {
        return sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P");
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.toString());
    }
}
