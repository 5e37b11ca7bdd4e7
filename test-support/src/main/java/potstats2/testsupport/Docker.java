package potstats2.testsupport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether there is a Docker engine. */
final class Docker {
    /** {@code embedded} keeps the tests off an engine that cannot get images. */
    private static final String CHOICE = "TEST_SERVERS";

    private Docker() {}

    /** Testcontainers takes seconds to find out that there is none, and logs an error. */
    static boolean answers() {
        return !"embedded".equals(System.getenv(CHOICE))
                && (System.getenv("DOCKER_HOST") != null || sockets().anyMatch(Docker::accepts))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Stream<Path> sockets() {
        var home = Path.of(System.getProperty("user.home"), ".docker");
        var runtime = Objects.requireNonNullElse(System.getenv("XDG_RUNTIME_DIR"), "/run");
        return Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve("run").resolve("docker.sock"),
                home.resolve("desktop").resolve("docker.sock"),
                Path.of(runtime, "docker.sock"));
    }

    private static boolean accepts(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException nobodyListens) {
            return false;
        }
    }
}
