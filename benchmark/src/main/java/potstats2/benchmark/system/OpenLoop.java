package potstats2.benchmark.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Clients who come at an even rate whatever the server does: one that is kept waiting counts from when it meant to ask,
 * so that a pause is seen by all who came while it lasted.
 *
 * @param port of the server
 * @param requests asked in turn
 * @param perSecond how many come
 */
public record OpenLoop(int port, List<byte[]> requests, int perSecond) {
    /** How many can be waiting for an answer at once. */
    public static final int CONNECTIONS = 256;

    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;
    private static final int DIGITS = 3;

    /** Microseconds from the intended time of a request to the end of its answer. */
    public Histogram run(Duration time) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var latencies = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
            var next = new AtomicLong();
            var began = System.nanoTime();
            var clients = IntStream.range(0, CONNECTIONS)
                    .<Callable<Long>>mapToObj(client -> () -> ask(began, time, next, latencies))
                    .toList();
            for (var client : threads.invokeAll(clients)) {
                client.get();
            }
            return latencies;
        } finally {
            threads.shutdown();
        }
    }

    private long ask(long began, Duration time, AtomicLong next, Histogram latencies) throws IOException {
        var answers = 0L;
        try (var connection = new HttpConnection(port)) {
            for (var turn = next.getAndIncrement(); offset(turn) < time.toNanos(); turn = next.getAndIncrement()) {
                var intended = began + offset(turn);
                waitUntil(intended);
                connection.get(requests.get((int) (turn % requests.size())));
                latencies.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - intended) / 1_000));
                answers++;
            }
        }
        return answers;
    }

    private long offset(long turn) {
        return turn * (1_000_000_000L / perSecond);
    }

    private static void waitUntil(long time) {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
