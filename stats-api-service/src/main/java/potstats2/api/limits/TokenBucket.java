package potstats2.api.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets through so many in a burst, and then so many a second. Keeps only the time at which it will be full again
 * (the generic cell rate algorithm). Thread-safe.
 */
final class TokenBucket {
    private final long nanosPerToken;
    private final long nanosPerBurst;
    private final AtomicLong fullAt;

    TokenBucket(double perSecond, int burst, long now) {
        nanosPerToken = Math.max(1, Math.round(1e9 / perSecond));
        nanosPerBurst = nanosPerToken * burst;
        fullAt = new AtomicLong(now);
    }

    /**
     * Takes a token.
     *
     * @param now in nanoseconds, as {@link System#nanoTime()}
     * @return 0 if there was one, otherwise how many nanoseconds until there is
     */
    long take(long now) {
        while (true) {
            var full = fullAt.get();
            var next = (full - now > 0 ? full : now) + nanosPerToken;
            var missing = next - now - nanosPerBurst;
            if (missing > 0) {
                return missing;
            }
            if (fullAt.compareAndSet(full, next)) {
                return 0;
            }
        }
    }
}
