package potstats2.benchmark.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.SimulatorProcess;
import potstats2.benchmark.system.WarmSystem;

/** First crawls of a forum by a process that has read it before, into other databases. */
final class WarmCrawl {
    private static final int UNCOUNTED = 2;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(50);

    private WarmCrawl() {}

    /** Posts a second, of each crawl that counts. */
    static List<Double> measure(Laboratory laboratory, int posts, int runs) throws Exception {
        var directory = laboratory.directory("warm");
        try (var forum = SimulatorProcess.start(posts, directory)) {
            var all = forum.truth().path("posts").asLong();
            var rates = new ArrayList<Double>();
            forum.hold();
            try (var system = WarmSystem.start(forum, UNCOUNTED + runs, directory)) {
                for (var round = 1; round <= UNCOUNTED + runs; round++) {
                    system.awaitStart(round);
                    var began = System.nanoTime();
                    forum.release();
                    Await.until("all posts", TIMEOUT, POLL, () -> system.api().postsOfBoards() == all);
                    rates.add(all / ((System.nanoTime() - began) / 1e9));
                    system.awaitEnd(round);
                    forum.hold();
                }
            }
            return rates.subList(UNCOUNTED, rates.size());
        } finally {
            Laboratory.delete(directory);
        }
    }
}
