package potstats2.benchmark.rows;

import java.util.List;
import java.util.Locale;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Laboratory;

/** From a post written into the forum to an answer that counts it, in a forum of a tenth of the size and in this one. */
public final class FreshnessRow implements Row {
    private static final double GOAL_P50 = 1_000;
    private static final double GOAL_P99 = 2_000;
    /** What does not depend on the size still differs from one time to the next. */
    private static final double NO_SLOWER = 1.2;

    @Override
    public String name() {
        return "freshness";
    }

    @Override
    public String about() {
        return "a live post until it is in the API, here and in a forum of a tenth of the size";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var small = LiveTrial.of(laboratory, laboratory.tenth()).freshness();
        var large = LiveTrial.of(laboratory, laboratory.posts()).freshness();
        var of = String.format(Locale.ROOT, "at %,d posts", laboratory.tenth());
        return List.of(
                line("freshness p50", large.median(), of, small.median())
                        .expecting(Goal.atMost(GOAL_P50))
                        .noting(
                                "%s; the crawler looks at the forum, which is asked without delay, half a second after it"
                                        + " last did",
                                spread(large)),
                line("freshness p99", large.percentile(99), of, small.percentile(99))
                        .expecting(Goal.atMost(GOAL_P99)),
                line("freshness, no slower", large.median(), of, small.median())
                        .expecting(Goal.shareAtMost(NO_SLOWER)));
    }

    private static Measured line(String name, double ours, String limit, double small) {
        return Measured.of(name, ours, "ms").beside(limit, small);
    }

    private static String spread(Samples samples) {
        return samples.spread() + " ms";
    }
}
