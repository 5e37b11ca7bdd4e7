package potstats2.analytics.changes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import potstats2.analytics.rollup.Refreshed;
import potstats2.events.ForumChanged;

/** What the refreshes cost and how old the numbers are, as metrics. */
final class AnalyticsMetrics {

    private final Clock clock;
    private final Timer refreshes;
    private final Timer visible;
    private final DistributionSummary dirtyKeys;
    private final Counter announcements;
    private final Counter deadLetters;
    private final Counter failures;
    private volatile @Nullable Instant behindSince;

    AnalyticsMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        refreshes = Timer.builder("potstats2.analytics.refresh")
                .description("Refreshes of the rollups")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        visible = Timer.builder("potstats2.analytics.observed.to.refreshed")
                .description(
                        "From an observation by the crawler to numbers that hold it, the oldest one of each refresh")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        dirtyKeys = DistributionSummary.builder("potstats2.analytics.dirty.keys")
                .description("Days of users that a refresh computed anew")
                .baseUnit("keys")
                .register(registry);
        announcements = counter(registry, "applied", "announcements", "Announcements of changes that were applied");
        deadLetters = counter(registry, "dead.letters", "records", "Announcements set aside");
        failures = counter(registry, "failed", "attempts", "Attempts to follow the changes that failed");
        TimeGauge.builder("potstats2.analytics.freshness", this, TimeUnit.MILLISECONDS, AnalyticsMetrics::behindMillis)
                .description("Age of the oldest observation known not to be in the numbers, 0 where all are")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String unit, String description) {
        return Counter.builder("potstats2.analytics." + name)
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    /** These are about to be applied. */
    void arrived(List<ForumChanged> changes) {
        oldest(changes).ifPresent(observedAt -> behindSince = observedAt);
    }

    /** They are in the numbers; more of them may wait. */
    void refreshed(List<ForumChanged> changes, Refreshed refreshed, Duration took) {
        refreshes.record(took);
        dirtyKeys.record((double) refreshed.dirtyKeys());
        announcements.increment(changes.size());
        oldest(changes).ifPresent(observedAt -> visible.record(Duration.between(observedAt, clock.instant())));
        changes.stream()
                .map(ForumChanged::observedAt)
                .max(Instant::compareTo)
                .ifPresent(newest -> behindSince = newest);
    }

    /** All there is was applied, or it is for another process to do. */
    void caughtUp() {
        behindSince = null;
    }

    void setAside() {
        deadLetters.increment();
    }

    /** What is announced meanwhile is not seen. */
    void failed() {
        failures.increment();
        if (behindSince == null) {
            behindSince = clock.instant();
        }
    }

    private static Optional<Instant> oldest(List<ForumChanged> changes) {
        return changes.stream().map(ForumChanged::observedAt).min(Instant::compareTo);
    }

    private long behindMillis() {
        var since = behindSince;
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis();
    }
}
