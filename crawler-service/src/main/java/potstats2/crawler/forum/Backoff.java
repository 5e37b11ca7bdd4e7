package potstats2.crawler.forum;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: twice as long each time, with jitter, never longer than a maximum.
 *
 * @param first before the second attempt
 * @param max the longest wait, also when the forum asks for a longer one
 */
record Backoff(Duration first, Duration max) {

    /**
     * The wait before another attempt.
     *
     * @param attempt the one that failed, from 1
     * @param retryAfter what the forum asked for
     */
    Duration after(int attempt, @Nullable Duration retryAfter) {
        return after(attempt, retryAfter, ThreadLocalRandom.current().nextDouble());
    }

    Duration after(int attempt, @Nullable Duration retryAfter, double jitter) {
        var nanos = (double) first.toNanos() * Math.pow(2, attempt - 1) * (0.75 + jitter / 2);
        var wait = Duration.ofNanos((long) Math.min(nanos, (double) max.toNanos()));
        return retryAfter == null || retryAfter.compareTo(wait) <= 0 ? wait : shorter(retryAfter, max);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
