package potstats2.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @TempDir
    Path directory;

    @Test
    void answersAndTakesOverFromAKilledProcess() throws IOException {
        var abandoned = RedisServer.start(directory);
        assumeTrue(abandoned.isPresent(), "this platform cannot run Redis");

        try (var server = RedisServer.start(directory).orElseThrow()) {
            assertThat(server.address()).isEqualTo(abandoned.get().address());
            assertThat(ping(server)).isEqualTo("+PONG");
        }
    }

    @Test
    void isStartedAgainAfterItEnded() throws IOException {
        var started = RedisServer.start(directory);
        assumeTrue(started.isPresent(), "this platform cannot run Redis");

        try (var server = started.get()) {
            var pid = Files.readString(directory.resolve("redis.pid")).strip();
            var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
            assertThat(server.hasEnded()).isTrue();
            server.restart();

            assertThat(server.hasEnded()).isFalse();
            assertThat(ping(server)).isEqualTo("+PONG");
        }
    }

    private static String ping(RedisServer server) throws IOException {
        var address = URI.create(server.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), US_ASCII);
        }
    }
}
