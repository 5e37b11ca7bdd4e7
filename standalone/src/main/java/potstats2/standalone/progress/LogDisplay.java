package potstats2.standalone.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A line every few seconds while something changes. */
final class LogDisplay implements Display {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final InstantSource clock;
    private List<String> shown = List.of();
    private Instant shownAt;

    LogDisplay(PrintWriter out) {
        this(out, InstantSource.system(), Instant.EPOCH);
    }

    LogDisplay(PrintWriter out, InstantSource clock) {
        this(out, clock, Instant.EPOCH);
    }

    private LogDisplay(PrintWriter out, InstantSource clock, Instant shownAt) {
        this.out = out;
        this.clock = clock;
        this.shownAt = shownAt;
    }

    /** Says nothing about work that is soon done. */
    static LogDisplay ofLongWork(PrintWriter out) {
        var clock = InstantSource.system();
        return new LogDisplay(out, clock, clock.instant());
    }

    @Override
    public synchronized void progress(List<String> lines) {
        var now = clock.instant();
        if (lines.isEmpty() || lines.equals(shown) || now.isBefore(shownAt.plus(BETWEEN_LINES))) {
            return;
        }
        line(String.join("; ", lines));
        shown = List.copyOf(lines);
        shownAt = now;
    }

    @Override
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
