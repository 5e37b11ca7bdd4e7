package potstats2.standalone.progress;

import java.io.PrintWriter;
import java.util.List;

/** A few lines at the end of the terminal, written over at each change. */
final class TerminalDisplay implements Display {
    private static final String UP = "\033[1A";
    private static final String CLEAR_LINE = "\r\033[2K";
    /** A line that the terminal has to break would not be written over. */
    private static final String NO_WRAP = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private final PrintWriter out;
    private List<String> shown = List.of();

    TerminalDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void progress(List<String> lines) {
        if (lines.equals(shown)) {
            return;
        }
        show("", lines);
    }

    @Override
    public synchronized void line(String text) {
        show(text + "\n", shown);
    }

    private void show(String above, List<String> lines) {
        var screen = new StringBuilder((UP + CLEAR_LINE).repeat(shown.size()))
                .append(above)
                .append(NO_WRAP);
        lines.forEach(line -> screen.append(line).append('\n'));
        out.print(screen.append(WRAP));
        out.flush();
        shown = List.copyOf(lines);
    }
}
