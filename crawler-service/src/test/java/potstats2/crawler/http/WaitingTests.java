package potstats2.crawler.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class WaitingTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,1000", "2,2000", "4,8000", "40,60000"})
    void waitsLongerEachTimeButNeverBeyondTheMaximum(int attempt, long millis) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(backoff.after(attempt, 0.5)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theWaitHasJitter() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofMillis(750));
        assertThat(backoff.after(1, 1)).isEqualTo(Duration.ofMillis(1250));
    }

    @Test
    void aHostIsLeftAloneAsLongAsItAskedForWithAllItsPages() {
        var time = VirtualTimeScheduler.create();
        var clock = new MovingClock(time);
        var holds = new HostHolds(clock, time);
        var passed = new ArrayList<String>();
        holds.hold(
                URI.create("https://bb_forum/bb/xml/thread.php?TID=1"),
                clock.instant().plusSeconds(7200));
        holds.hold(URI.create("http://bb_forum./"), clock.instant().plusSeconds(60));

        for (var url : List.of("http://BB_Forum/bb/thread.php?TID=2", "http://my/1", "http://bb_forum:8080/")) {
            holds.passable(URI.create(url)).subscribe(done -> {}, failure -> {}, () -> passed.add(url));
        }

        assertThat(passed).as("other hosts are not concerned").containsExactly("http://my/1", "http://bb_forum:8080/");
        time.advanceTimeBy(Duration.ofSeconds(7199));
        assertThat(passed).hasSize(2);
        holds.hold(URI.create("http://bb_forum/"), clock.instant().plusSeconds(61));
        time.advanceTimeBy(Duration.ofSeconds(60));
        assertThat(passed).as("asked for more meanwhile").hasSize(2);
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(passed).hasSize(3);
        assertThat(holds.until(URI.create("http://bb_forum/"))).isEmpty();
        time.dispose();
    }

    @Test
    void whoWaitsForAHostCanBeStoppedAtOnce() {
        var time = VirtualTimeScheduler.create();
        var holds = new HostHolds(new MovingClock(time), time);
        holds.hold(URI.create("http://forum/"), Instant.parse("9999-12-31T23:59:59Z"));

        var waiting = holds.passable(URI.create("http://forum/")).subscribe();
        time.advanceTimeBy(Duration.ofDays(40));
        waiting.dispose();

        assertThat(waiting.isDisposed()).isTrue();
        time.dispose();
    }

    /** Goes with a scheduler. */
    private static final class MovingClock extends Clock {
        private final VirtualTimeScheduler time;

        private MovingClock(VirtualTimeScheduler time) {
            this.time = time;
        }

        @Override
        public Instant instant() {
            return NOW.plusMillis(time.now(TimeUnit.MILLISECONDS));
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

    @Test
    void oneRequestAtATimeWithAPauseAfterEach() {
        var time = VirtualTimeScheduler.create();
        var throttle = new Throttle(1, Duration.ofMillis(100), time);
        var sent = new ArrayList<Long>();
        var request = Mono.fromRunnable(() -> sent.add(time.now(TimeUnit.MILLISECONDS)))
                .then(Mono.delay(Duration.ofMillis(50), time));
        var running = Flux.range(0, 3).flatMap(i -> throttle.pass(request)).subscribe();

        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(sent).containsExactly(0L, 150L, 300L);
        assertThat(running.isDisposed()).isTrue();
        time.dispose();
    }

    @Test
    void requestsThatFailOrAreCancelledGiveTheirTurnBack() {
        var time = VirtualTimeScheduler.create();
        var throttle = new Throttle(1, Duration.ZERO, time);
        throttle.pass(Mono.error(new IllegalStateException())).onErrorComplete().block();
        throttle.pass(Mono.never()).subscribe().dispose();
        var waiting = throttle.pass(Mono.never()).subscribe();
        var behind = throttle.pass(Mono.just(1)).subscribe();
        behind.dispose();
        waiting.dispose();

        assertThat(throttle.pass(Mono.just(1)).block(Duration.ofSeconds(5))).isEqualTo(1);
        time.dispose();
    }
}
