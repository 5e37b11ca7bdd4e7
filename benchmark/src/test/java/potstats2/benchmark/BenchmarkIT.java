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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Some rows on a tiny forum: not for their figures, but so that they go on measuring. */
class BenchmarkIT {

    @TempDir
    Path directory;

    @Test
    void measuresAForumFromItsPagesToItsMemory() throws IOException {
        var out = new StringWriter();
        var results = directory.resolve("RESULTS.md");

        var exitCode = new CommandLine(new BenchmarkCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "--posts", "1000", "--json", "--results", results.toString(), "requests", "uncached", "memory");

        assertThat(exitCode).isZero();
        var rows = JsonMapper.shared().readTree(out.toString()).path("rows");
        assertThat(rows.valueStream().map(row -> row.path("row").asString()))
                .contains("requests, first crawl", "uncached /api/poster-stats", "memory ingest-service");
        assertThat(rows.valueStream()).allMatch(row -> row.path("ours").asDouble() > 0);
        assertThat(row(rows, "requests, nothing new").path("met").asBoolean()).isTrue();
        assertThat(Files.readString(results)).contains("| requests, first crawl |");
    }

    private static JsonNode row(JsonNode rows, String name) {
        return rows.valueStream()
                .filter(row -> row.path("row").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
