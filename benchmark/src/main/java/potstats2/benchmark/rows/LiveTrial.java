package potstats2.benchmark.rows;

import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Laboratory;

/**
 * What happens to a filled system that lives on.
 *
 * @param freshness of new posts, in milliseconds
 * @param refresh of changed posts
 */
record LiveTrial(Samples freshness, RefreshCost refresh) {
    private static final int MOST_CHANGES = 500;
    private static final int LEAST_CHANGES = 10;

    /** Measured once for each size. */
    static LiveTrial of(Laboratory laboratory, int posts) throws Exception {
        return laboratory.once("live " + posts, () -> measure(laboratory, posts));
    }

    private static LiveTrial measure(Laboratory laboratory, int posts) throws Exception {
        var system = laboratory.systemOf(posts);
        var freshness = Freshness.measure(system);
        laboratory
                .progress()
                .say(
                        "freshness at %,d posts: p50 %.0f ms, p99 %.0f ms",
                        posts, freshness.median(), freshness.percentile(99));
        // The same number at both sizes.
        var changes = Math.max(LEAST_CHANGES, Math.min(MOST_CHANGES, laboratory.tenth() / 100));
        var refresh = RefreshCost.measure(system, changes);
        laboratory
                .progress()
                .say(
                        "refresh at %,d posts: %.0f µs of processor time a post, %.0f ms for %d posts",
                        posts, refresh.cpuMicros(), refresh.millis().median(), refresh.posts());
        return new LiveTrial(freshness, refresh);
    }
}
