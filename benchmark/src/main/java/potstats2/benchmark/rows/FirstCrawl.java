package potstats2.benchmark.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.SimulatorProcess;
import potstats2.benchmark.system.StandaloneProcess;

/**
 * What it takes to read a forum for the first time, and for the second time with nothing new, in a process that has read
 * nothing before.
 *
 * @param posts how many there are
 * @param seconds from the first request until all posts are in the answers
 * @param first requests of the first crawl, by what they asked for
 * @param second requests of the second crawl
 * @param boards on the forum's list
 * @param threads with a post
 * @param systemCpu seconds of processor time of the system's process
 * @param forumCpu seconds of processor time of the forum's process
 */
record FirstCrawl(
        long posts,
        double seconds,
        Map<String, Long> first,
        Map<String, Long> second,
        long boards,
        long threads,
        double systemCpu,
        double forumCpu) {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(50);
    /** Long enough to count the requests of a pass before the next one begins. */
    private static final Duration PASS_INTERVAL = Duration.ofSeconds(2);

    static FirstCrawl measure(Laboratory laboratory, SimulatorProcess forum) throws Exception {
        var directory = laboratory.directory("crawl");
        try {
            return measure(forum, directory);
        } finally {
            Laboratory.delete(directory);
        }
    }

    private static FirstCrawl measure(SimulatorProcess forum, Path directory) throws Exception {
        var truth = forum.truth();
        var before = forum.requests();
        forum.hold();
        try (var system = StandaloneProcess.start(forum, PASS_INTERVAL, directory)) {
            var all = truth.path("posts").asLong();
            var systemCpu = system.cpuSeconds();
            var forumCpu = forum.cpuSeconds();
            var began = System.nanoTime();
            forum.release();
            Await.until("all posts", TIMEOUT, POLL, () -> system.api().postsOfBoards() == all);
            var done = System.nanoTime();
            systemCpu = system.cpuSeconds() - systemCpu;
            forumCpu = forum.cpuSeconds() - forumCpu;
            awaitEndOfPass(system, 1);
            var afterFirst = forum.requests();
            awaitEndOfPass(system, 2);
            var second = difference(forum.requests(), afterFirst);
            return new FirstCrawl(
                    all,
                    (done - began) / 1e9,
                    difference(afterFirst, before),
                    second,
                    truth.path("boards").asLong(),
                    truth.path("threads").asLong(),
                    systemCpu,
                    forumCpu);
        }
    }

    double postsPerSecond() {
        return posts / seconds;
    }

    private static void awaitEndOfPass(StandaloneProcess system, int pass) throws Exception {
        Await.until(
                "the end of pass " + pass,
                TIMEOUT,
                () -> system.api()
                        .ask("/actuator/status")
                        .map(status -> status.path("crawl"))
                        .filter(crawl -> crawl.path("state").asString("").equals("idle"))
                        .filter(crawl -> crawl.path("pass").asInt(0) >= pass)
                        .isPresent());
    }

    private static Map<String, Long> difference(Map<String, Long> later, Map<String, Long> earlier) {
        var difference = new TreeMap<>(later);
        difference.replaceAll((kind, requests) -> requests - earlier.getOrDefault(kind, 0L));
        difference.values().removeIf(requests -> requests == 0);
        return difference;
    }
}
