package potstats2.analytics.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the analytics service.
 *
 * @param announcements how many announcements of changes are fetched at once, and after how many a refresh gathers no more
 * @param pollTimeout how long the service waits for an announcement before it looks whether somebody rebuilt the rollups
 * @param longestRefresh after which time without a poll the broker gives the announcements to another process; a rebuild must
 *     fit
 * @param publishTimeout how long the broker may take to acknowledge what the service publishes
 * @param retryPause how long the service waits after the first failure in a row; the pause doubles with each further one
 * @param longestRetryPause what the pause grows to
 * @param replicationFactor of the topics that the service creates; -1: the broker's default
 */
@ConfigurationProperties("potstats2.analytics")
public record AnalyticsProperties(
        @DefaultValue("500") int announcements,
        @DefaultValue("1s") Duration pollTimeout,
        @DefaultValue("1h") Duration longestRefresh,
        @DefaultValue("30s") Duration publishTimeout,
        @DefaultValue("200ms") Duration retryPause,
        @DefaultValue("10s") Duration longestRetryPause,
        @DefaultValue("-1") short replicationFactor) {

    public AnalyticsProperties {
        if (announcements < 1) {
            throw new IllegalArgumentException(
                    "potstats2.analytics.announcements must be at least 1: " + announcements);
        }
        requirePositive("poll-timeout", pollTimeout);
        requirePositive("longest-refresh", longestRefresh);
        requirePositive("publish-timeout", publishTimeout);
        requirePositive("retry-pause", retryPause);
        if (longestRetryPause.compareTo(retryPause) < 0) {
            throw new IllegalArgumentException("potstats2.analytics.longest-retry-pause must not be shorter than"
                    + " retry-pause: " + longestRetryPause);
        }
        if (replicationFactor < 1 && replicationFactor != -1) {
            throw new IllegalArgumentException(
                    "potstats2.analytics.replication-factor must be at least 1, or -1: " + replicationFactor);
        }
    }

    private static void requirePositive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("potstats2.analytics." + setting + " must be positive: " + value);
        }
    }
}
