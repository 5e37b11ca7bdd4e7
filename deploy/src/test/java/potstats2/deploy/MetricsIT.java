package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** The four services, run as they are run elsewhere, and asked what Prometheus and Kubernetes ask them. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static RunningSystem system;
    private static Servers servers;

    @BeforeAll
    static void start(Servers given) {
        servers = given;
        system = RunningSystem.start(servers, Map.of());
        await().atMost(PATIENCE)
                .until(() ->
                        system.get("stats-api-service", "/api/boards").body().contains("\"post_count\""));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String scrape(String service) throws IOException, InterruptedException {
        var answer = system.get(service, "/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> metrics() throws IOException, InterruptedException {
        var names = new TreeSet<String>();
        for (var service : system.services()) {
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
        var posts = system.posts();
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
            if (!object.kind().equals("Deployment") || !system.services().contains(object.name())) {
                continue;
            }
            for (var probe : new String[] {"startupProbe", "readinessProbe", "livenessProbe"}) {
                var container = object.containers().get(0);
                var path = Manifest.map(Manifest.map(container.get(probe)).get("httpGet"))
                        .get("path");
                assertThat(system.get(object.name(), String.valueOf(path)).body())
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
