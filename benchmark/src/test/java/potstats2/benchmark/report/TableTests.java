package potstats2.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTests {
    private static final List<Measured> LINES = List.of(
            Measured.of("crawl", 12_345.6, "posts/s")
                    .beside("the original", 174)
                    .expecting(Goal.atLeast(8_000)),
            Measured.of("ingest", 30, "posts/s")
                    .beside("COPY", 80)
                    .expecting(Goal.shareAtLeast(0.5))
                    .noting("%d times", 3),
            Measured.of("load p50", 1.234, "ms"));

    @Test
    void standsInColumnsWithTheNotesBelow() {
        assertThat(new Table(LINES).plain()).isEqualTo("""
                row       ours            limit                       ratio   goal             met
                crawl     12,346 posts/s  174 posts/s (the original)  7095 %  ≥ 8,000 posts/s  yes
                ingest    30 posts/s      80 posts/s (COPY)           38 %    ≥ 50 %           NO
                load p50  1.23 ms

                  ingest: 3 times""");
    }

    @Test
    void canBeMarkdown() {
        assertThat(new Table(LINES).markdown()).isEqualTo("""
                | row | ours | limit | ratio | goal | met |
                | --- | --- | --- | --- | --- | --- |
                | crawl | 12,346 posts/s | 174 posts/s (the original) | 7095 % | ≥ 8,000 posts/s | yes |
                | ingest | 30 posts/s | 80 posts/s (COPY) | 38 % | ≥ 50 % | NO |
                | load p50 | 1.23 ms |  |  |  |  |

                - ingest: 3 times""");
    }
}
