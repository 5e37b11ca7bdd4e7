package potstats2.api.database;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Tells a database that is away, starting, overloaded or not set up yet from a mistake in this program. */
public final class DatabaseAvailability {

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static final Set<String> AWAY_CLASSES = Set.of(
            "08", // connection exception
            "28", // invalid authorization
            "53", // insufficient resources
            "57", // operator intervention: shutdown, starting up, statement timeout
            "58"); // system error
    private static final Set<String> AWAY_STATES = Set.of(
            "3D000", // no such database
            "3F000", // no such schema
            "42P01", // no such table: the services that own the tables have not started yet
            "42501", // not granted yet
            "XX000"); // internal error, e.g. a cache lookup while tables are replaced

    private DatabaseAvailability() {}

    /** Whether a failure says that the database cannot answer now but may later. */
    public static boolean isAway(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException exception && isAway(exception.getSqlState())) {
                return true;
            }
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof TimeoutException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (AWAY_STATES.contains(state) || AWAY_CLASSES.contains(state.substring(0, 2)));
    }
}
