package potstats2.benchmark.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Api;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.Database;
import potstats2.benchmark.system.ForumSystem;
import potstats2.benchmark.system.ForumTopics;
import potstats2.benchmark.system.ProcessCost;
import potstats2.simulator.forum.SimulatedPost;

/**
 * What it costs to bring changed posts into the statistics: posts of all years, edited, with another content.
 *
 * @param posts that were changed at once
 * @param cpuMicros processor time for each, of the service and of its connections to PostgreSQL
 * @param millis until all are in the numbers, for each time
 */
record RefreshCost(int posts, double cpuMicros, Samples millis) {
    private static final int WARM_UPS = 4;
    private static final int TIMES = 8;
    private static final int POSTS_OF_THREAD = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(3);

    /**
     * Measures it while the crawler pauses.
     *
     * @param posts to change at once
     */
    static RefreshCost measure(ForumSystem system, int posts) throws Exception {
        var chosen = choose(system, posts * (WARM_UPS + TIMES));
        var size = chosen.size() / (WARM_UPS + TIMES);
        try (var topics = new ForumTopics(system.servers().kafka());
                var database = new Database(system.servers().postgres())) {
            system.pauseCrawler();
            system.awaitQuiet();
            var idle = idleCpuPerSecond(system, database);
            var millis = new ArrayList<Double>();
            var cpu = 0.0;
            for (var time = 0; time < WARM_UPS + TIMES; time++) {
                if (time == WARM_UPS) {
                    millis.clear();
                    cpu = cpuSeconds(system, database);
                }
                millis.add(change(system.api(), topics, chosen.subList(time * size, (time + 1) * size)));
            }
            var seconds = millis.stream().mapToDouble(Double::doubleValue).sum() / 1e3;
            cpu = cpuSeconds(system, database) - cpu - idle * seconds;
            system.resumeCrawler();
            return new RefreshCost(size, cpu / (TIMES * size) * 1e6, new Samples(millis));
        }
    }

    /** Posts of threads that are spread over the whole forum, at least one for each time. */
    private static List<SimulatedPost> choose(ForumSystem system, int number) {
        var forum = system.forum().forum();
        var threads = forum.threads().map(thread -> thread.tid()).toList();
        var step = Math.max(1, threads.size() * POSTS_OF_THREAD / number);
        var posts = new ArrayList<SimulatedPost>();
        for (var i = 0; i < threads.size() && posts.size() < number; i += step) {
            var page = forum.threadPage(threads.get(i), 1, -1);
            if (page != null) {
                posts.addAll(page.posts()
                        .subList(0, Math.min(POSTS_OF_THREAD, page.posts().size())));
            }
        }
        return posts;
    }

    private static double change(Api api, ForumTopics topics, List<SimulatedPost> posts) throws Exception {
        var edits = edits(api);
        var began = System.nanoTime();
        topics.publishEdited(posts, 1, "\n[url=http://example.org/" + began + "]new[/url]");
        Await.until("the edits in the numbers", TIMEOUT, () -> edits(api) >= edits + posts.size());
        return (System.nanoTime() - began) / 1e6;
    }

    private static long edits(Api api) {
        return api.get("/api/year-over-year-stats")
                .path("rows")
                .valueStream()
                .mapToLong(year -> year.path("edit_count").asLong())
                .sum();
    }

    private static double idleCpuPerSecond(ForumSystem system, Database database) throws Exception {
        var before = cpuSeconds(system, database);
        var began = System.nanoTime();
        Await.until("the idle cost", IDLE.plusSeconds(1), () -> System.nanoTime() - began >= IDLE.toNanos());
        return (cpuSeconds(system, database) - before) / IDLE.toSeconds();
    }

    private static double cpuSeconds(ForumSystem system, Database database) throws Exception {
        var backends = database.numbers(
                "SELECT pid FROM pg_stat_activity WHERE application_name = '" + ForumSystem.ANALYTICS + "'");
        return system.service(ForumSystem.ANALYTICS).cost().cpuSeconds()
                + backends.stream()
                        .mapToDouble(ProcessCost::cpuSecondsOfOneThread)
                        .sum();
    }
}
