package potstats2.benchmark.rows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.ForumSystem;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.SimulatedThread;

/**
 * Posts written into a living forum, until each is in the count of its board. They go to one board after the other, so
 * that of one board's posts the first written is the first counted.
 */
final class Freshness {
    private static final int POSTS = 150;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ForumSystem system;
    private final List<List<SimulatedThread>> boards;
    private final Map<Long, Queue<Long>> written = new HashMap<>();
    private final Map<Long, Long> counted = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final Random random = new Random(1);

    private Freshness(ForumSystem system) {
        this.system = system;
        boards = system
                .forum()
                .forum()
                .threads()
                .filter(thread -> thread.access() == Access.READABLE && !thread.closed() && !thread.global())
                .collect(Collectors.groupingBy(SimulatedThread::bid))
                .values()
                .stream()
                .toList();
    }

    /** Milliseconds from the writing of a post to the answer that counts it. */
    static Samples measure(ForumSystem system) throws Exception {
        var freshness = new Freshness(system);
        freshness.counted.putAll(freshness.posts());
        freshness.watchWhileWriting();
        return new Samples(freshness.millis);
    }

    private void watchWhileWriting() throws Exception {
        var began = System.nanoTime();
        var turns = IntStream.range(0, POSTS).iterator();
        Await.until("all new posts in the answers", TIMEOUT.plus(BETWEEN.multipliedBy(POSTS)), () -> {
            if (turns.hasNext() && System.nanoTime() - began > BETWEEN.toNanos() * writtenSoFar()) {
                write(boards.get(turns.next() % boards.size()));
            }
            see();
            return millis.size() == POSTS;
        });
    }

    private int writtenSoFar() {
        return millis.size() + written.values().stream().mapToInt(Queue::size).sum();
    }

    private void write(List<SimulatedThread> threads) {
        var thread = threads.get(random.nextInt(threads.size()));
        system.forum().forum().newPost(thread.tid());
        written.computeIfAbsent(thread.bid(), any -> new ArrayDeque<>()).add(System.nanoTime());
    }

    private void see() {
        var present = posts();
        var now = System.nanoTime();
        present.forEach((bid, posts) -> {
            var before = counted.getOrDefault(bid, 0L);
            counted.put(bid, posts);
            for (var seen = before; seen < posts; seen++) {
                var since = written.getOrDefault(bid, new ArrayDeque<>()).poll();
                if (since != null) {
                    millis.add((now - since) / 1e6);
                }
            }
        });
    }

    private Map<Long, Long> posts() {
        return system.api()
                .get("/api/boards")
                .path("rows")
                .valueStream()
                .collect(Collectors.toMap(
                        board -> board.path("bid").asLong(),
                        board -> board.path("post_count").asLong()));
    }
}
