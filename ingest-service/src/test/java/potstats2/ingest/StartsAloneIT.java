package potstats2.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.servers.PostgresServer;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers({Server.POSTGRES, Server.KAFKA})
class StartsAloneIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void fromItsJarWithNothingButTheServersAddresses(Servers servers) throws IOException {
        int port = freePort();
        try (var service = IngestProcess.startJar(jar(), servers, Map.of("server.port", port))) {
            awaitReady(service, port);
            assertThat(status(port, "liveness")).isEqualTo(200);
        }
    }

    @Test
    void whenItsDatabaseDoes(Servers servers, @TempDir Path directory) throws IOException {
        var database = PostgresServer.start(directory.resolve("postgres"));
        database.close();
        int port = freePort();
        var log = directory.resolve("log");
        var settings = servers.settings(database.address());
        settings.put("server.port", port);
        settings.put("logging.file.name", log);
        try (var service = IngestProcess.startJar(jar(), servers, settings)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(log) && Files.readString(log).contains("ingest-service starts later"));
            try (var late = PostgresServer.start(directory.resolve("postgres"))) {
                assertThat(late.address()).isEqualTo(database.address());
                awaitReady(service, port);
            }
        }
    }

    private void awaitReady(IngestProcess service, int port) {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> !service.isAlive() || status(port, "readiness") == 200);
        assertThat(service.isAlive()).isTrue();
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findAny()
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private int status(int port, String probe) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe))
                .build();
        return http.sendAsync(request, BodyHandlers.discarding()).join().statusCode();
    }
}
