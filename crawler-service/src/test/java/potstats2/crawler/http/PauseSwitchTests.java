package potstats2.crawler.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import potstats2.events.Checkpoint.Pause;

class PauseSwitchTests {

    private static final Instant AT = Instant.parse("2024-02-29T12:00:00Z");

    private final PauseSwitch pause = new PauseSwitch();

    @Test
    void holdsBackUntilToldToGoOn() {
        pause.set(new Pause(true, AT));
        var waiting = pause.passable().toFuture();
        assertThat(pause.pausedSince()).contains(AT);
        assertThat(waiting).isNotDone();

        pause.set(new Pause(false, AT.plusSeconds(1)));
        assertThat(waiting).isCompleted();
        assertThat(pause.passable().toFuture()).isCompleted();
    }

    @Test
    void obeysTheNewestWhicheverIsHeardFirst() {
        pause.set(new Pause(false, AT.plusSeconds(1)));
        pause.set(new Pause(true, AT));
        assertThat(pause.pausedSince()).isEmpty();
    }

    @Test
    void anotherCrawlerHoldsNobodyBack() {
        pause.set(new Pause(true, AT));
        var waiting = pause.passable().toFuture();

        pause.forget();

        assertThat(waiting).isCompleted();
        pause.set(new Pause(true, AT));
        assertThat(pause.pausedSince()).contains(AT);
    }
}
