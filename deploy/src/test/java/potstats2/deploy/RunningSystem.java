package potstats2.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.Servers;

/** The four services, run as they are run elsewhere, and a forum of a few posts. */
final class RunningSystem implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final Map<String, ConfigurableApplicationContext> services = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ForumSimulator simulator =
            ForumSimulator.start(SimulatorOptions.defaults().withPosts(300));

    private RunningSystem() {}

    static RunningSystem start(Servers servers, Map<String, Object> more) {
        servers.deleteTopics();
        servers.newDatabase();
        var system = new RunningSystem();
        var settings = servers.settings();
        settings.put("server.port", 0);
        settings.put("potstats2.crawler.forum-url", system.simulator.forumUrl());
        settings.put("potstats2.crawler.profile-url", system.simulator.profileUrl());
        settings.put("potstats2.crawler.request-delay", "0ms");
        settings.putAll(more);
        for (var name : List.of("ingest-service", "analytics-service", "stats-api-service", "crawler-service")) {
            var service = Objects.requireNonNull(Services.ALL.get(name));
            system.services.put(name, ServiceLauncher.start(service, settings));
        }
        return system;
    }

    Set<String> services() {
        return services.keySet();
    }

    double posts() {
        return simulator.truth().posts();
    }

    /** The names of all beans of a type. */
    List<String> beans(String type) throws ClassNotFoundException {
        var wanted = Class.forName(type);
        return services.values().stream()
                .flatMap(service -> Stream.of(service.getBeanNamesForType(wanted)))
                .toList();
    }

    HttpResponse<String> get(String service, String path) throws IOException, InterruptedException {
        return client.send(request(service, path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String service, String path) {
        var port =
                Objects.requireNonNull(services.get(service)).getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT)
                .build();
    }

    /** An answer without end. */
    InputStream open(String service, String path) throws IOException, InterruptedException {
        return client.send(request(service, path), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    @Override
    public void close() {
        services.values().forEach(ConfigurableApplicationContext::close);
        simulator.close();
    }
}
