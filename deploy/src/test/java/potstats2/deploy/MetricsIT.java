package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import potstats2.settings.ServiceLauncher;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** The four services, run as they are run elsewhere, and asked what Prometheus and Kubernetes ask them. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, ConfigurableApplicationContext> running = new LinkedHashMap<>();
    private static final HttpClient client = HttpClient.newHttpClient();

    private static ForumSimulator simulator;
    private static Servers servers;

    @BeforeAll
    static void start(Servers given) {
        servers = given;
        servers.deleteTopics();
        var database = servers.newDatabase();
        simulator = ForumSimulator.start(SimulatorOptions.defaults().withPosts(300));
        var settings = new HashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("spring.kafka.bootstrap-servers", servers.kafka());
        for (var client : new String[] {"spring.r2dbc", "spring.liquibase", "spring.datasource"}) {
            settings.put(client + ".url", client.endsWith("r2dbc") ? database.r2dbcUrl() : database.jdbcUrl());
            settings.put(client + (client.endsWith("liquibase") ? ".user" : ".username"), database.user());
            settings.put(client + ".password", database.password());
        }
        settings.put("potstats2.crawler.forum-url", simulator.forumUrl());
        settings.put("potstats2.crawler.profile-url", simulator.profileUrl());
        settings.put("potstats2.crawler.request-delay", "0ms");
        for (var name : new String[] {"ingest-service", "analytics-service", "stats-api-service", "crawler-service"}) {
            var service = Objects.requireNonNull(Services.ALL.get(name));
            running.put(name, ServiceLauncher.start(service, settings));
        }
        await().atMost(PATIENCE)
                .until(() -> get("stats-api-service", "/api/boards").body().contains("\"post_count\""));
    }

    @AfterAll
    static void stop() {
        running.values().forEach(ConfigurableApplicationContext::close);
        simulator.close();
    }

    private static HttpResponse<String> get(String service, String path) throws IOException, InterruptedException {
        var port = Objects.requireNonNull(running.get(service)).getEnvironment().getProperty("local.server.port");
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String scrape(String service) throws IOException, InterruptedException {
        var answer = get(service, "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> metrics() throws IOException, InterruptedException {
        var names = new TreeSet<String>();
        for (var service : running.keySet()) {
            scrape(service)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("[ {]", 2)[0])
                    .forEach(names::add);
        }
        return names;
    }

    /** The sum of all samples of this name and these labels. */
    private static double value(String service, String metric, String labels) throws IOException, InterruptedException {
        return scrape(service)
                .lines()
                .filter(line -> line.startsWith(metric) && line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void everyMetricOfDashboardsAndAlertsIsExposed() throws Exception {
        assertThat(Expressions.ofDashboards()).hasSizeGreaterThan(30);
        var used = Expressions.metrics(Expressions.ofDashboards());
        used.addAll(Expressions.metrics(Expressions.ofRules()));
        var missing = new TreeSet<>(used);
        missing.removeAll(metrics());
        assertThat(missing).isEmpty();
        assertThat(used).hasSizeGreaterThan(25);
    }

    @Test
    void theNumbersAreThoseOfWhatWasDone() throws Exception {
        var posts = simulator.truth().posts();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(value("crawler-service", "potstats2_crawler_published_posts_total", ""))
                    .isEqualTo(posts);
            assertThat(value("ingest-service", "potstats2_ingest_ingested_records_total", "forum.posts"))
                    .isEqualTo(posts);
            assertThat(value("ingest-service", "potstats2_ingest_lag_records", ""))
                    .isZero();
            assertThat(value("analytics-service", "potstats2_analytics_freshness_seconds", ""))
                    .isZero();
        });
        var requests = value("crawler-service", "potstats2_crawler_request_seconds_count", "status=\"200\"");
        assertThat(requests).isPositive();
        assertThat(value("crawler-service", "potstats2_crawler_throttle_wait_seconds_count", ""))
                .isGreaterThanOrEqualTo(requests);
        assertThat(value("analytics-service", "potstats2_analytics_refresh_seconds_count", ""))
                .isPositive();
        assertThat(value("stats-api-service", "potstats2_api_requests_seconds_count", "uri=\"/api/boards\""))
                .isPositive();
    }

    @Test
    void probesAreAnswered() throws Exception {
        for (var object : Overlay.LOCAL.objects()) {
            if (!object.kind().equals("Deployment") || !running.containsKey(object.name())) {
                continue;
            }
            for (var probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                var container = object.containers().get(0);
                var path = Manifest.map(Manifest.map(container.get(probe)).get("httpGet"))
                        .get("path");
                assertThat(get(object.name(), String.valueOf(path)).body())
                        .as("%s %s", object, path)
                        .contains("\"status\":\"UP\"");
            }
        }
    }

    @Test
    void theGroupWhoseLagDecidesTheScaleIsTheOneThatIsUsed() throws Exception {
        var group = Overlay.PRODUCTION.objects().stream()
                .filter(object -> object.kind().equals("ScaledObject"))
                .flatMap(object -> Manifest.list(object.at("spec.triggers").orElseThrow()).stream())
                .map(trigger -> Manifest.map(trigger.get("metadata")).get("consumerGroup"))
                .collect(Collectors.toSet());
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafka()))) {
            var groups = admin.listGroups().all().get().stream()
                    .map(listing -> (Object) listing.groupId())
                    .toList();
            assertThat(groups).containsAll(group);
        }
    }
}
