package potstats2.standalone.command;

import java.util.List;
import java.util.Locale;
import potstats2.analytics.rollup.RecomputationProgress;
import potstats2.standalone.progress.Display;

/** Shows how far a recomputation is. */
record RecomputationDisplay(Display display) implements RecomputationProgress {

    @Override
    public void postsRead(long posts) {
        display.progress(List.of(String.format(Locale.ROOT, "reading quotes and links: %,d posts", posts)));
    }

    @Override
    public void computing(String rollup, int number, int of) {
        display.progress(List.of("computing %s: %s of %s".formatted(rollup, number, of)));
    }
}
