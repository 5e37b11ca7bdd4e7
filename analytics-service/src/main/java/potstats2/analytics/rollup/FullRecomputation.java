package potstats2.analytics.rollup;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes every rollup anew into temporary tables, set-based and independent of what is stored: what a rebuild stores
 * and a verification compares with.
 */
final class FullRecomputation {

    private final JdbcTemplate jdbc;

    FullRecomputation(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The tables live until the transaction ends. */
    void run() {
        // Sorting and hashing some million rows in memory rather than on disk.
        jdbc.execute("SET LOCAL work_mem = '128MB'");
        jdbc.execute("SET LOCAL jit = off");
        for (var rollup : Rollup.values()) {
            jdbc.execute(
                    "CREATE TEMP TABLE %s (LIKE %s) ON COMMIT DROP".formatted(rollup.recomputed(), rollup.stored()));
            jdbc.update(rollup.recomputation());
            jdbc.execute("ANALYZE " + rollup.recomputed());
        }
    }
}
