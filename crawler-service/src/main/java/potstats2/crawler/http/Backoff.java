package potstats2.crawler.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long each time, with jitter, never longer than a maximum.
 *
 * @param first before the second attempt
 * @param max the longest wait
 */
record Backoff(Duration first, Duration max) {

    /**
     * The wait before another attempt.
     *
     * @param attempt the one that failed, from 1
     */
    Duration after(int attempt) {
        return after(attempt, ThreadLocalRandom.current().nextDouble());
    }

    Duration after(int attempt, double jitter) {
        var nanos = (double) first.toNanos() * Math.pow(2, attempt - 1) * (0.75 + jitter / 2);
        return Duration.ofNanos((long) Math.min(nanos, (double) max.toNanos()));
    }
}
