package potstats2.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void refusesARowThatIsNone() {
        assertThat(run("crawl", "crowl")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no such row: crowl; there are parse, json, bbcode, crawl, ");
    }

    @Test
    void refusesAForumTooSmallToMeasure() {
        assertThat(run("--posts", "10", "parse")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--posts: at least 1000");
    }

    @Test
    void namesTheRows() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactlyElementsOf(new Rows(Duration.ZERO).names());
    }

    @Test
    void soaksOnlyWhenToldTo() {
        var rows = new Rows(Duration.ZERO);

        assertThat(rows.named(List.of()))
                .hasSize(rows.all().size() - 1)
                .noneMatch(row -> row.name().equals("soak"));
        assertThat(rows.named(List.of("soak"))).hasSize(1);
    }

    private int run(String... args) {
        return new CommandLine(new BenchmarkCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
