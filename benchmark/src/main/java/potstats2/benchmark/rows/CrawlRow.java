package potstats2.benchmark.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.HttpConnection;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.SimulatorProcess;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;

/** From a forum that takes any speed to the numbers in the API, in posts a second. */
public final class CrawlRow implements Row {
    private static final String UNIT = "posts/s";
    private static final int POSTS = 20_000;
    private static final int RUNS = 3;
    private static final int CONNECTIONS = 4;
    private static final double GOAL = 8_000;
    private static final double ORIGINAL = 174;

    @Override
    public String name() {
        return "crawl";
    }

    @Override
    public String about() {
        return "a forum of 20,000 posts, from its pages to the numbers in the API";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var cold = new ArrayList<FirstCrawl>();
        var fetched = new ArrayList<Double>();
        var requests = requestsOfAllPages();
        for (var run = 1; run <= RUNS; run++) {
            try (var forum = SimulatorProcess.start(POSTS, laboratory.directory("forum"))) {
                fetched.add(fetch(forum, requests));
                cold.add(FirstCrawl.measure(laboratory, forum));
            }
            laboratory
                    .progress()
                    .say(
                            "crawl %d of %d: %,.0f posts/s cold",
                            run, RUNS, cold.get(run - 1).postsPerSecond());
        }
        var warmRates = new Samples(WarmCrawl.measure(laboratory, POSTS, RUNS));
        laboratory.progress().say("crawl: %,.0f posts/s warm", warmRates.median());
        var limit = new Samples(fetched).median();
        var first = cold.get(0);
        var coldRates =
                new Samples(cold.stream().map(FirstCrawl::postsPerSecond).toList());
        return List.of(
                Measured.of("crawl, cold", coldRates.median(), UNIT)
                        .beside("the pages fetched, not read", limit)
                        .expecting(Goal.atLeast(GOAL))
                        .noting(
                                "the first crawl of a process, 20,000 posts; %s; processor time: the system %.1f s, the forum %.1f s",
                                coldRates.spread(), first.systemCpu(), first.forumCpu()),
                Measured.of("crawl, warm", warmRates.median(), UNIT)
                        .beside("the pages fetched, not read", limit)
                        .expecting(Goal.atLeast(GOAL))
                        .noting(
                                "the same, by a process that has done it twice, each time into empty databases; %s",
                                warmRates.spread()),
                Measured.of("crawl ×", coldRates.median(), UNIT).beside("the original's crawl alone", ORIGINAL));
    }

    /** What the forum gives to somebody who throws its pages away. It must have answered before, as a forum has. */
    private static double fetch(SimulatorProcess forum, List<byte[]> requests) throws Exception {
        fetchAll(forum.port(), requests);
        var began = System.nanoTime();
        fetchAll(forum.port(), requests);
        return POSTS / ((System.nanoTime() - began) / 1e9);
    }

    private static List<byte[]> requestsOfAllPages() {
        try (var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(POSTS))) {
            return forum.forum()
                    .threads()
                    .flatMap(thread -> IntStream.rangeClosed(1, thread.pages())
                            .mapToObj(page -> "/bb/xml/thread.php?TID=" + thread.tid() + "&page=" + page))
                    .map(HttpConnection::request)
                    .toList();
        }
    }

    private static void fetchAll(int port, List<byte[]> requests) throws Exception {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var parts = IntStream.range(0, CONNECTIONS)
                    .<Callable<@Nullable Void>>mapToObj(part -> () -> fetchPart(port, requests, part))
                    .toList();
            for (var part : threads.invokeAll(parts)) {
                part.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static @Nullable Void fetchPart(int port, List<byte[]> requests, int part) throws IOException {
        try (var connection = new HttpConnection(port)) {
            for (var i = part; i < requests.size(); i += CONNECTIONS) {
                connection.get(requests.get(i));
            }
        }
        return null;
    }
}
