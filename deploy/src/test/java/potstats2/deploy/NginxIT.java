package potstats2.deploy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** The web server of the pages, with its own configuration, before a running API. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class NginxIT {
    private static final Tool NGINX = new Tool("nginx");
    private static final String PAGE = "the page that draws every address";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final int port = freePort();

    @TempDir
    Path directory;

    @Test
    void passesOnTheApiAndItsDescriptionAlone(Servers servers) throws Exception {
        assumeThat(NGINX.isThere())
                .as("nginx is installed (Debian: apt install nginx-light)")
                .isTrue();
        var settings = servers.settings();
        settings.put("server.port", 0);
        try (var api = ServiceLauncher.start(Objects.requireNonNull(Services.ALL.get("stats-api-service")), settings)) {
            var apiPort = api.getEnvironment().getProperty("local.server.port");
            var nginx = start("http://127.0.0.1:" + apiPort);
            try {
                await().ignoreExceptions()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> get("/healthz").body().equals("ok\n"));
                assertThat(get("/api/").body()).contains("/api/boards");
                assertThat(get("/v3/api-docs").body()).startsWith("{\"openapi\":\"3.1");
                var page = get("/swagger-ui.html");
                assertThat(page.body()).contains("swagger-ui-bundle.js");
                assertThat(get(page.uri().resolve("swagger-ui-bundle.js").getPath())
                                .body())
                        .hasSizeGreaterThan(100_000);
                assertThat(get("/v3/api-docs/swagger-config").body()).contains("/v3/api-docs");
                for (var other : new String[] {"/actuator/status", "/actuator/prometheus", "/users"}) {
                    assertThat(get(other).body()).as(other).isEqualTo(PAGE);
                }
                assertThat(get("/robots.txt").body()).isEqualTo("User-agent: *\nDisallow: /\n");
                everyErrorIsJson();
                headIsAnsweredAsGet();
                api.stop();
                whileTheApiIsAwayClientsHearWhenToComeBack();
            } finally {
                nginx.destroy();
                nginx.waitFor();
            }
        }
    }

    private void everyErrorIsJson() throws IOException {
        var requests = Map.of(
                "GET /api/% HTTP/1.1\r\nHost: x",
                400,
                "GET /api/users?name=100% HTTP/1.1\r\nHost: x",
                400,
                "GET /api/boards HTTP/1.1",
                400,
                "GET /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: x",
                400,
                "GET /api/nothing HTTP/1.1\r\nHost: x",
                404,
                "GET /api HTTP/1.1\r\nHost: x",
                404,
                "GET /x.js HTTP/1.1\r\nHost: x",
                404,
                "POST / HTTP/1.1\r\nHost: x",
                405,
                "GET /api/boards?%s HTTP/1.1\r\nHost: x".formatted("x".repeat(70_000)),
                414,
                "GET /api/boards HTTP/1.1\r\nHost: x\r\nX: %s".formatted("x".repeat(70_000)),
                431);
        for (var request : requests.entrySet()) {
            var answer = send(request.getKey());
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + request.getValue() + " ")
                    .containsIgnoringCase("\r\nContent-Type: application/json")
                    .containsPattern("\\{\"error\":\"[^\"]+\"}");
            if (request.getKey().contains("/api")) {
                assertThat(answer).containsIgnoringCase("\r\nAccess-Control-Allow-Origin: *");
            }
        }
    }

    private void headIsAnsweredAsGet() throws IOException {
        for (var path : new String[] {"/", "/users", "/index.html", "/api/", "/robots.txt", "/healthz"}) {
            var answer = send("HEAD " + path + " HTTP/1.1\r\nHost: x");
            assertThat(answer).as(path).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        }
    }

    private void whileTheApiIsAwayClientsHearWhenToComeBack() throws IOException {
        for (var path : new String[] {"/api/", "/api/boards", "/api/stream", "/robots.txt"}) {
            assertThat(send("GET " + path + " HTTP/1.1\r\nHost: x"))
                    .startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("\r\nContent-Type: application/json")
                    .contains("\r\nRetry-After: 5\r\n", "\r\nAccess-Control-Allow-Origin: *\r\n")
                    .endsWith("{\"error\":\"The API is away, try again later\"}");
        }
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((request + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return read(socket.getInputStream());
        }
    }

    /** Up to the end; a server that does not want all of a request resets the connection behind its answer. */
    private static String read(InputStream input) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            input.transferTo(answer);
        } catch (SocketException e) {
            assertThat(answer.size()).as("bytes before: %s", e).isPositive();
        }
        return answer.toString(ISO_8859_1);
    }

    private Process start(String api) throws IOException {
        Files.writeString(directory.resolve("index.html"), PAGE);
        var headers = Repository.ROOT.resolve("deploy/docker/headers.conf").toString();
        Files.writeString(
                directory.resolve("potstats2.conf"),
                Repository.read("deploy/docker/potstats2.conf.template")
                        .replace("${API_URL}", api)
                        .replace("${DNS_SERVER}", "127.0.0.1")
                        .replace("listen 8080", "listen 127.0.0.1:" + port)
                        .replace("/usr/share/nginx/html", directory.toString())
                        .replace("/etc/nginx/headers.conf", headers));
        var configuration = Files.writeString(
                directory.resolve("nginx.conf"),
                Repository.read("deploy/docker/nginx.conf")
                        .replace("/tmp/", directory + "/")
                        .replace("/dev/stderr", directory.resolve("errors").toString())
                        .replace("/dev/stdout", directory.resolve("access").toString()));
        return new ProcessBuilder("nginx", "-c", configuration.toString(), "-g", "daemon off; master_process off;")
                .inheritIO()
                .start();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
