package potstats2.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTests {

    @Test
    void hasWhatTheTableHas() {
        var machine = new Machine("a processor", 2, 24, "a system", "a Java");
        var lines = List.of(
                Measured.of("ingest", 30, "posts/s")
                        .beside("COPY", 80)
                        .expecting(Goal.shareAtLeast(0.5))
                        .noting("once"),
                Measured.of("load p50", 1.5, "ms"));

        assertThat(new JsonReport().write(machine, 20_000, lines)).isEqualTo("""
                {"posts":20000,\
                "machine":{"processor":"a processor","cores":2,"memory":24,"system":"a system","java":"a Java"},\
                "rows":[\
                {"row":"ingest","ours":30.0,"unit":"posts/s","limit":80.0,"limitIs":"COPY","ratio":0.375,\
                "goal":"≥ 50 %","met":false,"note":"once"},\
                {"row":"load p50","ours":1.5,"unit":"ms"}]}""");
    }
}
