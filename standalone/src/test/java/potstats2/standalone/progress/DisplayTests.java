package potstats2.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTests {
    private static final String UP_AND_CLEAR = "\033[1A\r\033[2K";

    private final StringWriter out = new StringWriter();
    private Instant now = Instant.EPOCH.plusSeconds(3600);

    @Test
    void aTerminalIsWrittenOver() {
        var display = new TerminalDisplay(new PrintWriter(out));

        display.progress(List.of("1 post", "2 users"));
        display.progress(List.of("3 posts", "2 users"));

        assertThat(out.toString())
                .isEqualTo("\033[?7l1 post\n2 users\n\033[?7h" + UP_AND_CLEAR + UP_AND_CLEAR
                        + "\033[?7l3 posts\n2 users\n\033[?7h");
    }

    @Test
    void aLineOnATerminalStaysAboveTheProgress() {
        var display = new TerminalDisplay(new PrintWriter(out));

        display.progress(List.of("1 post"));
        display.line("done");

        assertThat(out.toString()).endsWith(UP_AND_CLEAR + "done\n\033[?7l1 post\n\033[?7h");
    }

    @Test
    void elsewhereALineIsWrittenEveryFewSecondsWhileSomethingChanges() {
        var display = new LogDisplay(new PrintWriter(out), ticking());

        for (var second = 0; second < 12; second++) {
            display.progress(List.of(second + " posts", "2 users"));
            now = now.plus(Duration.ofSeconds(1));
        }
        for (var second = 0; second < 12; second++) {
            display.progress(List.of("10 posts", "2 users"));
            now = now.plus(Duration.ofSeconds(1));
        }

        assertThat(out.toString().lines()).containsExactly("0 posts; 2 users", "5 posts; 2 users", "10 posts; 2 users");
    }

    private InstantSource ticking() {
        return () -> now;
    }
}
