package potstats2.benchmark.system;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells whoever waits what is being done. */
public final class Progress {
    private final PrintWriter out;
    private final long began = System.nanoTime();

    public Progress(PrintWriter out) {
        this.out = out;
    }

    public void say(String text, Object... arguments) {
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        out.printf(
                Locale.ROOT,
                "%02d:%02d  %s%n",
                seconds / 60,
                seconds % 60,
                String.format(Locale.ROOT, text, arguments));
        out.flush();
    }
}
