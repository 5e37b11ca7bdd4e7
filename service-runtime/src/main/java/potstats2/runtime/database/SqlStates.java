package potstats2.runtime.database;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's error codes say about who is to blame.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>
 */
public final class SqlStates {
    /**
     * Classes: connection, state of the transaction (as on a standby), authorization, no such database, no such schema,
     * rollback (serialization, deadlock), no such table or no right to it, resources (disk, memory, connections), object in
     * use, operator intervention, system error, configuration.
     */
    private static final Set<String> OUTAGES =
            Set.of("08", "25", "28", "3D", "3F", "40", "42", "53", "55", "57", "58", "F0");

    /** Damaged data or index: nothing that is written is to blame. */
    private static final Set<String> DAMAGES = Set.of("XX001", "XX002");

    /** A row with that key was added meanwhile. */
    public static final String UNIQUE_VIOLATION = "23505";

    private SqlStates() {}

    /**
     * Whether nothing that is written would be taken now, while the same may be taken later. All else is the fault of what is
     * written.
     *
     * @param sqlState absent where no server said anything, and so none was there
     */
    public static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null
                || DAMAGES.contains(sqlState)
                || OUTAGES.stream().anyMatch(sqlState::startsWith);
    }
}
