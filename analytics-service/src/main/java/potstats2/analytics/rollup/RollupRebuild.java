package potstats2.analytics.rollup;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Recomputes all rollups. The new numbers are computed aside and replace the old ones in one transaction, row by row
 * where they differ: readers see the old numbers until it commits and are never locked out, refreshes wait.
 */
public final class RollupRebuild {

    private static final Logger LOG = LoggerFactory.getLogger(RollupRebuild.class);

    private final StatsDatabase database;
    private final StatsState state;
    private final StoredPosition position;

    public RollupRebuild(DataSource dataSource) {
        database = new StatsDatabase(dataSource);
        state = new StatsState(database.jdbc());
        position = new StoredPosition(database.jdbc());
    }

    /** Rebuilds in a database that this process has no connections to yet. */
    public static RollupRebuild of(String jdbcUrl, String user, String password) {
        return new RollupRebuild(new DriverManagerDataSource(jdbcUrl, user, password));
    }

    /**
     * Recomputes in the time zone that the rollups are in, from where the announcements stand.
     *
     * @return how many rows were missing, superfluous or wrong
     */
    public long run() {
        return run(RecomputationProgress.UNWATCHED);
    }

    /** As {@link #run()}, watched. */
    public long run(RecomputationProgress progress) {
        var zone = state.timeZone()
                .orElseThrow(() -> new IllegalStateException("The rollups were never computed: nothing to rebuild"));
        return run(zone, OptionalLong.empty(), progress);
    }

    /** Empties the rollups and computes them from whatever posts there are: for when the forum's tables were emptied. */
    public void runFromNothing() {
        var zone = state.timeZone();
        if (zone.isPresent()) {
            run(zone.get(), OptionalLong.empty(), RecomputationProgress.UNWATCHED, this::empty);
        }
    }

    /**
     * @param zone whose days to count by
     * @param next the announcement to continue with; absent: the stored one
     */
    long run(ZoneId zone, OptionalLong next) {
        return run(zone, next, RecomputationProgress.UNWATCHED);
    }

    private long run(ZoneId zone, OptionalLong next, RecomputationProgress progress) {
        return run(zone, next, progress, () -> {});
    }

    private long run(ZoneId zone, OptionalLong next, RecomputationProgress progress, Runnable first) {
        var began = Instant.now();
        LOG.info("Rebuilding the rollups in time zone {}", zone);
        var rows = database.inSnapshot(() -> {
            // Before the first query: its snapshot then holds all that any finished refresh knew.
            position.holdRefreshes();
            first.run();
            var replaced = recompute(zone, progress);
            next.ifPresent(position::set);
            return replaced;
        });
        LOG.info("Rebuilt the rollups in {} ms, {} rows were different", millisSince(began), rows);
        return rows;
    }

    private long recompute(ZoneId zone, RecomputationProgress progress) {
        database.useTimeZone(zone);
        var written = new FullRecomputation(database.jdbc(), progress)
                .use(() -> Arrays.stream(Rollup.values())
                        .mapToLong(this::replaceDiffering)
                        .sum());
        state.advanceAll(zone);
        return written;
    }

    private void empty() {
        database.jdbc()
                .execute(Arrays.stream(Rollup.values())
                        .map(Rollup::stored)
                        .collect(Collectors.joining(", ", "TRUNCATE stats.scopes, ", "")));
    }

    private long replaceDiffering(Rollup rollup) {
        var jdbc = database.jdbc();
        jdbc.execute(FullRecomputation.SHARED);
        jdbc.execute("CREATE TEMP TABLE differing ON COMMIT DROP AS SELECT %s FROM %s"
                .formatted(rollup.key(), rollup.differences()));
        jdbc.execute(FullRecomputation.EACH_ALONE);
        long rows = Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM differing", Long.class));
        // Mostly there are none. To find that in the whole rollup takes as long as to find some.
        if (rows > 0) {
            jdbc.update("DELETE FROM %s WHERE (%2$s) IN (SELECT %2$s FROM differing)"
                    .formatted(rollup.stored(), rollup.key()));
            jdbc.update("INSERT INTO %s SELECT n.* FROM %s n JOIN differing USING (%3$s) ORDER BY %3$s"
                    .formatted(rollup.stored(), rollup.recomputed(), rollup.key()));
        }
        jdbc.execute("DROP TABLE differing");
        return rows;
    }

    private static long millisSince(Instant began) {
        return Duration.between(began, Instant.now()).toMillis();
    }
}
