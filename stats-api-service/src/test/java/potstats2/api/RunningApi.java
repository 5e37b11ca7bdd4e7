package potstats2.api;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import potstats2.api.forum.StatsTables;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.servers.PostgresAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service, started as its process starts it, and asked over HTTP. */
final class RunningApi implements AutoCloseable {
    /** Nothing listens here. */
    static final String NOWHERE = "127.0.0.1:1";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final ConfigurableApplicationContext context;

    private RunningApi(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Reads as a role that must not read posts. */
    static RunningApi start(PostgresAddress database, Map<String, Object> settings) {
        return start(StatsApiService.SERVICE, database, settings);
    }

    /** The same with a service that differs in something. */
    static RunningApi start(Service service, PostgresAddress database, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(Map.of(
                "server.port",
                0,
                "spring.r2dbc.url",
                database.r2dbcUrl(),
                "spring.r2dbc.username",
                StatsTables.READER,
                "spring.r2dbc.password",
                StatsTables.READER_PASSWORD,
                "spring.kafka.bootstrap-servers",
                NOWHERE,
                "potstats2.api.limits.requests-per-second",
                0));
        all.putAll(settings);
        return new RunningApi(ServiceLauncher.start(service, all));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(TIMEOUT);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** An answer that need not end, line by line. */
    HttpResponse<Stream<String>> stream(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofLines());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    /** Runs SQL on the service's own connections; what the database says against it. */
    String trySql(String sql) {
        try {
            context.getBean(DatabaseClient.class).sql(sql).fetch().all().blockLast();
            return "";
        } catch (DataAccessException | R2dbcException e) {
            return e.toString();
        }
    }

    static String path(String name, Map<String, String> arguments) {
        return "/api/" + name
                + arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + "="
                                + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("No web server");
    }

    @Override
    public void close() {
        context.close();
    }
}
