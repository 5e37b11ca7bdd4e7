package potstats2.crawler.crawl.recording;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells when something was observed: in whole microseconds, never the same twice, never going back. Thread-safe. */
public final class ObservationClock {

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    /** Tells later times than it told before. */
    public ObservationClock(Clock clock) {
        this.clock = clock;
    }

    /** The time of what is observed now. */
    public Instant next() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return Instant.EPOCH.plus(last.updateAndGet(previous -> Math.max(previous + 1, now)), ChronoUnit.MICROS);
    }
}
