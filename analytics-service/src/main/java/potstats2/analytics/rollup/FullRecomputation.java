package potstats2.analytics.rollup;

import java.util.EnumSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes every rollup anew into temporary tables, set-based and independent of what is stored: what a rebuild stores
 * and a verification compares with.
 */
final class FullRecomputation {

    private final JdbcTemplate jdbc;
    private final RecomputationProgress progress;

    FullRecomputation(JdbcTemplate jdbc, RecomputationProgress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /** The tables live until the transaction ends. */
    void run() {
        // Sorting and hashing some million rows in memory rather than on disk.
        jdbc.execute("SET LOCAL work_mem = '128MB'");
        jdbc.execute("SET LOCAL jit = off");
        for (var rollup : Rollup.values()) {
            jdbc.execute(
                    "CREATE TEMP TABLE %s (LIKE %s) ON COMMIT DROP".formatted(rollup.recomputed(), rollup.stored()));
        }
        new ContentScan(jdbc, Rollup.QUOTE_EDGES.recomputed(), Rollup.LINK_EDGES.recomputed())
                .run("SELECT pid, content FROM forum.posts WHERE content LIKE '%[%'", progress::postsRead);
        Rollup.FROM_CONTENTS.forEach(rollup -> analyze(rollup.recomputed()));
        for (var table : List.of("counted_posts", "counted_quotes")) {
            jdbc.update(SqlScripts.read("full/" + table));
            analyze(table);
        }
        var rollups = EnumSet.complementOf(EnumSet.copyOf(Rollup.FROM_CONTENTS));
        var number = 0;
        for (var rollup : rollups) {
            progress.computing(rollup.table(), ++number, rollups.size());
            jdbc.update(rollup.recomputation());
            analyze(rollup.recomputed());
        }
    }

    private void analyze(String table) {
        jdbc.execute("ANALYZE " + table);
    }
}
