package potstats2.crawler.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import potstats2.crawler.http.PauseSwitch;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.State;

class ProgressReporterTests {

    private final SettableClock clock = new SettableClock();
    private final PauseSwitch pause = new PauseSwitch();
    private final CrawlStatus status = new CrawlStatus(clock, pause, new SimpleMeterRegistry());
    private final Deque<CrawlProgressed> said = new ConcurrentLinkedDeque<>();
    private final ProgressReporter reporter = new ProgressReporter("crawler", status, said::add);

    @AfterEach
    void close() {
        reporter.close();
    }

    @Test
    void promisesNothingBeforeThereIsAPace() {
        begin(15_113_089);
        tell();
        after(Duration.ofSeconds(1), 1);
        assertThat(said.getLast().secondsLeft()).isNull();

        after(Duration.ofSeconds(28), 3_000);
        assertThat(said.getLast().secondsLeft()).isNull();

        after(Duration.ofSeconds(1), 0);
        assertThat(said.getLast().secondsLeft()).isEqualTo(Math.round(30.0 / 3_001 * (15_113_089 - 3_001)));
    }

    @Test
    void doesNotCountAPauseAsCrawling() {
        begin(2_000);
        tell();
        after(Duration.ofSeconds(40), 1_000);
        pause.set(new Pause(true, clock.now));
        tell();
        after(Duration.ofDays(3), 0);
        assertThat(said.getLast().secondsLeft()).isNull();

        pause.set(new Pause(false, clock.now));
        tell();
        after(Duration.ofSeconds(1), 0);
        assertThat(said.getLast().secondsLeft()).isEqualTo(41);
    }

    @Test
    void promisesNothingWhereNothingIsExpectedOrItWouldTakeYears() {
        begin(0);
        tell();
        after(Duration.ofMinutes(1), 100);
        assertThat(said.getLast().secondsLeft()).isNull();

        begin(15_113_089);
        tell();
        after(Duration.ofMinutes(1), 1);
        assertThat(said.getLast().secondsLeft()).isNull();
    }

    @Test
    void ratesAreNeitherNegativeNorHuge() {
        begin(100);
        tell();
        after(Duration.ofMillis(1), 30);
        assertThat(said.getLast().postsPerSecond()).isEqualTo(30);

        after(Duration.ofHours(-1), 30);
        assertThat(said.getLast().postsPerSecond()).isBetween(0.0, 60.0);
        assertThat(said.getLast().secondsLeft()).isNull();
    }

    @Test
    void saysUntilWhenTheForumWantsToBeLeftAlone() {
        begin(100);
        status.forumHeldUntil(clock.now.plusSeconds(7200));
        tell();
        assertThat(said.getLast().state()).isEqualTo(State.PAUSED);
        assertThat(said.getLast().pausedUntil()).isEqualTo(clock.now.plusSeconds(7200));

        after(Duration.ofHours(2), 0);
        assertThat(said.getLast().state()).isEqualTo(State.CRAWLING);
        assertThat(said.getLast().pausedUntil()).isNull();
    }

    private void begin(long posts) {
        status.passStarted();
        status.expected(1, posts);
    }

    private void after(Duration time, int posts) {
        clock.now = clock.now.plus(time);
        status.postsPublished(posts);
        tell();
    }

    private void tell() {
        reporter.tell();
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now = Instant.parse("2024-02-29T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
