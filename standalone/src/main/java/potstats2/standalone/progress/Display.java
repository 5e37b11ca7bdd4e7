package potstats2.standalone.progress;

import java.io.PrintWriter;
import java.util.List;

/** Where progress is shown. Thread-safe. */
public interface Display {

    /** Replaces or follows what was shown last. */
    void progress(List<String> lines);

    /** Something to keep in sight. */
    void line(String text);

    /** Where the system's progress is shown. */
    static Display of(PrintWriter out) {
        return isTerminal() ? new TerminalDisplay(out) : new LogDisplay(out);
    }

    /** Where a command that may soon be done shows its progress. */
    static Display ofLongWork(PrintWriter out) {
        return isTerminal() ? new TerminalDisplay(out) : LogDisplay.ofLongWork(out);
    }

    /** Whether somebody is watching a terminal: the script says so, which knows. */
    static boolean isTerminal() {
        return Boolean.getBoolean("potstats.terminal");
    }
}
