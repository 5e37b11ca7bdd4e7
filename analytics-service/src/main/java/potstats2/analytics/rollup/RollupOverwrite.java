package potstats2.analytics.rollup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes all rollups over a connection of its own and writes every row of them within the current transaction: while
 * one rollup is written, another processor computes the next. Where nearly all rows are new, as in a first crawl, that
 * takes less time than finding out which are.
 */
final class RollupOverwrite {

    private final StatsDatabase database;
    private final JdbcTemplate jdbc;

    RollupOverwrite(DataSource dataSource) {
        database = new StatsDatabase(dataSource);
        jdbc = database.jdbc();
    }

    /**
     * Replaces all rows by what the posts of the current transaction's snapshot say.
     *
     * @param meanwhile what else is to be done in the transaction, while the first numbers are computed
     * @return how many rows there are
     */
    long run(ZoneId zone, Runnable meanwhile) {
        var snapshot = jdbc.queryForObject("SELECT pg_export_snapshot()", String.class);
        var computed = new Handover();
        var computing = Executors.newSingleThreadExecutor(task -> new Thread(task, "analytics-recomputation"));
        try {
            computing.execute(() -> compute(Objects.requireNonNull(snapshot), zone, computed));
            meanwhile.run();
            return Arrays.stream(Rollup.values())
                    .mapToLong(rollup -> overwrite(rollup, computed))
                    .sum();
        } finally {
            computing.shutdownNow();
        }
    }

    private void compute(String snapshot, ZoneId zone, Handover computed) {
        try {
            database.lookInto(snapshot, () -> {
                database.useTimeZone(zone);
                new FullRecomputation(jdbc, RecomputationProgress.UNWATCHED)
                        .useEach(rollup -> copyOut(rollup, computed));
            });
        } catch (RuntimeException e) {
            computed.fail(e);
        } catch (Error e) {
            computed.fail(new IllegalStateException("The numbers cannot be computed", e));
            throw e;
        }
    }

    private void copyOut(Rollup rollup, Handover computed) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            var rows = new BufferedOutputStream(computed.writer(), Handover.CHUNK);
            try {
                var copied = copies(connection)
                        .copyOut(
                                "COPY (SELECT * FROM %s ORDER BY %s) TO STDOUT (FORMAT binary)"
                                        .formatted(rollup.recomputed(), rollup.key()),
                                rows);
                rows.flush();
                computed.endPart();
                return copied;
            } catch (IOException e) {
                // The driver leaves the rest of a cancelled COPY unread: the next user would take it for answers.
                connection.abort(Runnable::run);
                throw new DataAccessResourceFailureException("The numbers cannot be handed over", e);
            }
        });
    }

    private long overwrite(Rollup rollup, Handover computed) {
        jdbc.update("DELETE FROM " + rollup.stored());
        var rows = jdbc.execute((ConnectionCallback<Long>) connection -> {
            try (var part = computed.readPart()) {
                return copies(connection)
                        .copyIn("COPY %s FROM STDIN (FORMAT binary)".formatted(rollup.stored()), part, Handover.CHUNK);
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("The numbers cannot be taken over", e);
            }
        });
        return rows == null ? 0 : rows;
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
