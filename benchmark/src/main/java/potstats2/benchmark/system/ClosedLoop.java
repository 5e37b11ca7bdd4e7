package potstats2.benchmark.system;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Clients that each ask again as soon as they have an answer: how much a server can do. */
public final class ClosedLoop {
    private static final int CONNECTIONS = 16;

    private ClosedLoop() {}

    /** Good answers a second. */
    public static double requestsPerSecond(int port, byte[] request, Duration time)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var clients = IntStream.range(0, CONNECTIONS)
                    .<Callable<Long>>mapToObj(client -> () -> ask(port, request, end))
                    .toList();
            var answers = 0L;
            for (var client : threads.invokeAll(clients)) {
                answers += client.get();
            }
            return answers / ((System.nanoTime() - began) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private static long ask(int port, byte[] request, long end) throws IOException {
        var answers = 0L;
        try (var connection = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                connection.get(request);
                answers++;
            }
        }
        return answers;
    }
}
