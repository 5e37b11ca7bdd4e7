package potstats2.standalone.progress;

import java.io.PrintWriter;
import java.util.List;

/** Where progress is shown. Thread-safe. */
public interface Display {

    /** Replaces or follows what was shown last. */
    void progress(List<String> lines);

    /** Something to keep in sight. */
    void line(String text);

    /**
     * The display that fits.
     *
     * @param terminal whether somebody is watching a terminal
     */
    static Display on(PrintWriter out, boolean terminal) {
        return terminal ? new TerminalDisplay(out) : new LogDisplay(out);
    }
}
