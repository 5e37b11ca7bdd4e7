package potstats2.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Some rows on a tiny forum: not for their figures, but so that they go on measuring. */
class BenchmarkIT {

    @TempDir
    Path directory;

    @Test
    void measuresAFilledSystem() throws IOException {
        var out = new StringWriter();
        var results = directory.resolve("RESULTS.md");

        var exitCode = new CommandLine(new BenchmarkCommand())
                .setOut(new PrintWriter(out))
                .execute("--posts", "1000", "--json", "--results", results.toString(), "uncached", "rebuild", "memory");

        assertThat(exitCode).isZero();
        var rows = JsonMapper.shared().readTree(out.toString()).path("rows");
        assertThat(rows.valueStream().map(row -> row.path("row").asString()))
                .contains("rebuild", "uncached /api/poster-stats", "memory ingest-service");
        assertThat(rows.valueStream()).allMatch(row -> row.path("ours").asDouble() > 0);
        assertThat(rows.valueStream().filter(row -> row.path("row").asString().startsWith("uncached")))
                .hasSizeGreaterThan(10)
                .allMatch(row -> Double.isFinite(row.path("ours").asDouble()));
        assertThat(Files.readString(results)).contains("| rebuild |");
    }
}
