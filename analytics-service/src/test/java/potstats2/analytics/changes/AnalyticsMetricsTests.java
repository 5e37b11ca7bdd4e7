package potstats2.analytics.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import potstats2.analytics.rollup.Refreshed;
import potstats2.events.ForumChanged;

class AnalyticsMetricsTests {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AnalyticsMetrics metrics = new AnalyticsMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

    private static ForumChanged observed(int secondsAgo) {
        return new ForumChanged(
                "forum.posts-0", List.of(), List.of(), List.of(), List.of(), NOW.minusSeconds(secondsAgo));
    }

    private double freshness() {
        return registry.get("potstats2.analytics.freshness").timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void isAsOldAsTheOldestChangeThatIsNotInTheNumbers() {
        assertThat(freshness()).isZero();
        metrics.arrived(List.of(observed(3), observed(7)));
        assertThat(freshness()).isEqualTo(7, within(0.01));
    }

    @Test
    void countsFromTheNewestRefreshedUntilItIsKnownThatNothingWaits() {
        var changes = List.of(observed(7), observed(3));
        metrics.arrived(changes);
        metrics.refreshed(changes, new Refreshed(1, List.of(), List.of(), 5), Duration.ofMillis(20));
        assertThat(freshness()).isEqualTo(3, within(0.01));
        metrics.caughtUp();
        assertThat(freshness()).isZero();
        assertThat(registry.get("potstats2.analytics.observed.to.refreshed")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(7, within(0.01));
    }

    @Test
    void aFailureDoesNotMakeItYounger() {
        metrics.arrived(List.of(observed(60)));
        metrics.failed();
        assertThat(freshness()).isEqualTo(60, within(0.01));
    }
}
