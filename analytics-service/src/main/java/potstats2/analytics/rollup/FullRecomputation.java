package potstats2.analytics.rollup;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Computes every rollup anew into tables of its own, set-based and independent of what is stored: what a rebuild stores
 * and a verification compares with. The tables are not temporary: only so can the server read them on several
 * processors. Nobody else sees them, since they are dropped in the transaction that creates them.
 */
final class FullRecomputation {

    /** What the rollups are computed from. */
    private static final List<String> COUNTED = List.of("counted_posts", "counted_quotes");

    /** Each process of the server sorts and hashes some million rows in its own memory rather than on disk. */
    static final String EACH_ALONE = "SET LOCAL work_mem = '128MB'; SET LOCAL enable_parallel_hash = off";
    /**
     * Processes share a hash table. It lies in {@code /dev/shm}, of which a container has 64 MB unless told otherwise: three
     * processes take 16 each.
     */
    static final String SHARED = "SET LOCAL work_mem = '8MB'; SET LOCAL enable_parallel_hash = on";

    private final JdbcTemplate jdbc;
    private final RecomputationProgress progress;

    FullRecomputation(JdbcTemplate jdbc, RecomputationProgress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /**
     * Computes the tables and uses them, all within one transaction. While another recomputation is under way in the same
     * database, it waits for that to end.
     */
    <T> T use(Supplier<T> use) {
        useEach(rollup -> {});
        var used = use.get();
        COUNTED.forEach(table -> jdbc.execute("DROP TABLE stats.next_" + table));
        for (var rollup : Rollup.values()) {
            jdbc.execute("DROP TABLE " + rollup.recomputed());
        }
        return used;
    }

    /**
     * Computes the tables and uses each as soon as it is there, in the order of the rollups. They stay to the end of the
     * transaction, which must be rolled back.
     */
    void useEach(Consumer<Rollup> use) {
        jdbc.execute("SET LOCAL jit = off; SET LOCAL default_statistics_target = " + RollupRefresh.STATISTICS_TARGET);
        // Else one process would do nearly everything: the planner thinks rows far too costly to hand on.
        jdbc.execute("SET LOCAL parallel_tuple_cost = 0");
        jdbc.execute(EACH_ALONE);
        for (var rollup : Rollup.FROM_CONTENTS) {
            jdbc.execute("CREATE UNLOGGED TABLE %s (LIKE %s)".formatted(rollup.recomputed(), rollup.stored()));
        }
        new ContentScan(jdbc, Rollup.QUOTE_EDGES.recomputed(), Rollup.LINK_EDGES.recomputed())
                .runOnAll(progress::postsRead);
        for (var rollup : Rollup.FROM_CONTENTS) {
            analyze(rollup.recomputed());
            use.accept(rollup);
        }
        for (var table : COUNTED) {
            create("stats.next_" + table, SqlScripts.read("full/" + table));
        }
        var rollups = EnumSet.complementOf(EnumSet.copyOf(Rollup.FROM_CONTENTS));
        var number = 0;
        for (var rollup : rollups) {
            progress.computing(rollup.table(), ++number, rollups.size());
            create(rollup.recomputed(), rollup.recomputation());
            use.accept(rollup);
        }
    }

    /** Rows that are inserted into a table would be computed on one processor. */
    private void create(String table, String query) {
        jdbc.execute("CREATE UNLOGGED TABLE " + table + " AS\n" + query);
        analyze(table);
    }

    private void analyze(String table) {
        jdbc.execute("ANALYZE " + table);
    }
}
