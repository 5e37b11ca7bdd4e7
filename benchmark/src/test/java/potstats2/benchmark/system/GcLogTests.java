package potstats2.benchmark.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcLogTests {

    @TempDir
    Path directory;

    @Test
    void seesWhatEachCollectionLeft() throws IOException {
        var file = Files.writeString(directory.resolve("gc.log"), """
                [0.012s][info][gc] Using Serial
                [1.203s][info][gc] GC(0) Pause Young (Allocation Failure) 17M->3M(61M) 4.250ms
                [2.071s][info][gc] GC(1) Pause Full (Metadata GC Threshold) 120M->90M(247M) 30.750ms
                [3.071s][info][gc] GC(2) Pause Young (Allocation Failure) 130M->2048K(247M) 5.000ms
                """);

        assertThat(GcLog.read(file)).isEqualTo(new GcLog(90, 2, 3, 0.04));
    }
}
