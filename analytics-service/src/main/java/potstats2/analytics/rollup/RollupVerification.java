package potstats2.analytics.rollup;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Compares every stored number with a full recomputation, in one snapshot of the database. */
public final class RollupVerification {

    private static final int LISTED_PER_ROLLUP = 1000;
    private static final int ATTEMPTS = 10;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final StatsDatabase database;
    private final StatsState state;

    public RollupVerification(DataSource dataSource) {
        database = new StatsDatabase(dataSource);
        state = new StatsState(database.jdbc());
    }

    /**
     * A row that is not what it should be.
     *
     * @param rollup the table
     * @param key the row's key, as text
     * @param stored the row as stored, absent where it is missing
     * @param recomputed the row as it should be, absent where there should be none
     */
    public record Difference(
            String rollup,
            String key,
            @Nullable String stored,
            @Nullable String recomputed) {}

    /** Verifies a database that this process has no connections to yet. */
    public static RollupVerification of(String jdbcUrl, String user, String password) {
        return new RollupVerification(new DriverManagerDataSource(jdbcUrl, user, password));
    }

    /**
     * Looks again while refreshes go on: a snapshot may show posts whose refresh is under way. A wrong number is found in
     * every snapshot.
     *
     * @param patience how long a refresh may be under way
     * @param progress told of each look
     */
    public List<Difference> runBesideRefreshes(Duration patience, RecomputationProgress progress) {
        var before = state.generation();
        var differences = run(progress);
        for (var attempt = 1; !differences.isEmpty() && attempt < ATTEMPTS && changes(before, patience); attempt++) {
            before = state.generation();
            differences = stillThere(differences, run(progress));
        }
        return differences;
    }

    /** Those of the newer look whose key differed in the older one too. */
    private static List<Difference> stillThere(List<Difference> before, List<Difference> now) {
        var keys = new HashSet<List<String>>();
        before.forEach(difference -> keys.add(List.of(difference.rollup(), difference.key())));
        return now.stream()
                .filter(difference -> keys.contains(List.of(difference.rollup(), difference.key())))
                .toList();
    }

    private boolean changes(long generation, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (state.generation() == generation) {
            if (System.nanoTime() >= end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return true;
    }

    /** The differing rows, of each rollup the first thousand by key; none: every number is right. */
    public List<Difference> run() {
        return run(RecomputationProgress.UNWATCHED);
    }

    private List<Difference> run(RecomputationProgress progress) {
        return database.inSnapshot(() -> {
            database.useTimeZone(state.timeZone()
                    .orElseThrow(
                            () -> new IllegalStateException("The rollups were never computed: nothing to verify")));
            return new FullRecomputation(database.jdbc(), progress)
                    .use(() -> Arrays.stream(Rollup.values())
                            .map(this::compare)
                            .flatMap(List::stream)
                            .toList());
        });
    }

    private List<Difference> compare(Rollup rollup) {
        database.jdbc().execute(FullRecomputation.SHARED);
        return database.jdbc()
                .query(
                        """
                        SELECT (%1$s)::text AS key, s::text AS stored, n::text AS recomputed
                        FROM %2$s
                        ORDER BY %1$s
                        LIMIT %3$s
                        """.formatted(rollup.key(), rollup.differences(), LISTED_PER_ROLLUP),
                        (row, i) -> new Difference(
                                rollup.table(),
                                row.getString("key"),
                                row.getString("stored"),
                                row.getString("recomputed")));
    }
}
