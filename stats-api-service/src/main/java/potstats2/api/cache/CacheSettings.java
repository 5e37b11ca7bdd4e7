package potstats2.api.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the cache.
 *
 * @param maxAge how long clients and proxies may use an answer without asking again, at least 0
 * @param timeToLive how long an answer is kept that nothing refreshes
 * @param memory bytes of answers kept in this process
 * @param generationsInterval how often the database is asked what was refreshed, where no news say so
 * @param redisTimeout how long Redis may take before the database is asked instead
 */
@ConfigurationProperties("potstats2.api.cache")
public record CacheSettings(
        @DefaultValue("1s") Duration maxAge,
        @DefaultValue("6h") Duration timeToLive,
        @DefaultValue("32000000") long memory,
        @DefaultValue("2s") Duration generationsInterval,
        @DefaultValue("25ms") Duration redisTimeout) {

    public CacheSettings {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("potstats2.api.cache.max-age must not be negative, but is " + maxAge);
        }
        requirePositive("time-to-live", timeToLive.toMillis());
        requirePositive("memory", memory);
        requirePositive("generations-interval", generationsInterval.toMillis());
        requirePositive("redis-timeout", redisTimeout.toMillis());
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("potstats2.api.cache.%s must be positive".formatted(name));
        }
    }
}
