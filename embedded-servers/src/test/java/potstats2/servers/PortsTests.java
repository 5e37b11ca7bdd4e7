package potstats2.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @TempDir
    Path directory;

    @Test
    void aServerIsFoundWhereItWas() throws IOException {
        var file = directory.resolve("port");

        var port = Ports.remembered(file);

        assertThat(Ports.remembered(file)).isEqualTo(port);
        assertThat(Ports.read(file)).hasValue(port);
    }

    @Test
    void aPortInUseIsNotGiven() throws IOException {
        var file = directory.resolve("port");
        try (var other = new ServerSocket(0, 1, Ports.LOOPBACK)) {
            Files.writeString(file, other.getLocalPort() + "\n");

            assertThat(Ports.remembered(file)).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void aFileThatWasNotWrittenToItsEndIsWrittenAnew() throws IOException {
        var file = Files.writeString(directory.resolve("port"), "4");

        var port = Ports.remembered(file);

        assertThat(Ports.read(file)).hasValue(port);
    }

    /** Two servers that start side by side: neither listens yet. */
    @Test
    void aPortIsGivenToOneServerOnly() throws IOException {
        var one = directory.resolve("one");
        var other = directory.resolve("other");
        var port = Ports.remembered(one);
        Files.writeString(other, port + "\n");

        assertThat(Ports.remembered(other)).isNotEqualTo(port);
        assertThat(Ports.remembered(one)).isEqualTo(port);
    }
}
