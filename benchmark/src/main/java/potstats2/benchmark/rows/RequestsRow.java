package potstats2.benchmark.rows;

import java.util.List;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.SimulatorProcess;

/** How often the forum is asked. */
public final class RequestsRow implements Row {
    private static final String UNIT = "requests";
    private static final int POSTS = 20_000;
    private static final double ORIGINAL_FIRST = 2_203;
    private static final double ORIGINAL_SECOND = 260;
    private static final double GOAL = 1_900;

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String about() {
        return "requests of a first crawl of 20,000 posts, and of one that finds nothing new";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var crawl = crawl(laboratory);
        return List.of(
                Measured.of("requests, first crawl", total(crawl.first().values()), UNIT)
                        .beside("the original's", ORIGINAL_FIRST)
                        .expecting(Goal.atMost(GOAL))
                        .noting("%,d posts in %,d threads: %s", crawl.posts(), crawl.threads(), crawl.first()),
                Measured.of("requests, nothing new", total(crawl.second().values()), UNIT)
                        .beside("the original's", ORIGINAL_SECOND)
                        .expecting(Goal.atMost(2.0 * (crawl.boards() + 1)))
                        .noting("%d boards: %s", crawl.boards(), crawl.second()));
    }

    private static FirstCrawl crawl(Laboratory laboratory) throws Exception {
        try (var forum = SimulatorProcess.start(POSTS, laboratory.directory("forum"))) {
            return FirstCrawl.measure(laboratory, forum);
        }
    }

    private static double total(Iterable<Long> requests) {
        var total = 0.0;
        for (var some : requests) {
            total += some;
        }
        return total;
    }
}
