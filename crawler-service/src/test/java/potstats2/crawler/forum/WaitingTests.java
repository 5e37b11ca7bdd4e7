package potstats2.crawler.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class WaitingTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "' 7 ', 7",
        "0, 0",
        "'Thu, 29 Feb 2024 12:01:00 GMT', 60",
        "'Thu, 29 Feb 2024 11:00:00 GMT', 0"
    })
    void readsRetryAfterInSecondsAndAsADate(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999", "Thu, 99 Feb"})
    void ignoresARetryAfterThatSaysNothing(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1,,1000", "2,,2000", "4,,8000", "40,,60000", "1,PT30S,30000", "1,PT10H,60000", "3,PT0.1S,4000"})
    void waitsLongerEachTimeAndAtLeastAsLongAsToldButNeverBeyondTheMaximum(
            int attempt, @Nullable Duration retryAfter, long millis) {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(backoff.after(attempt, retryAfter, 0.5)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theWaitHasJitter() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(backoff.after(1, null, 0)).isEqualTo(Duration.ofMillis(750));
        assertThat(backoff.after(1, null, 1)).isEqualTo(Duration.ofMillis(1250));
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
