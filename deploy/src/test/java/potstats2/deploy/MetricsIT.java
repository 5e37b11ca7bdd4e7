package potstats2.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
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
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** What an operator must be able to see of each service. */
    private static final Map<String, List<String>> WANTED = Map.of(
            "crawler-service",
            List.of(
                    "potstats2_crawler_request_seconds_count",
                    "potstats2_crawler_throttle_wait_seconds_sum",
                    "potstats2_crawler_read_pages_total",
                    "potstats2_crawler_published_posts_total",
                    "potstats2_crawler_retried_requests_total",
                    "potstats2_crawler_dead_letters_records_total",
                    "potstats2_crawler_checkpoint_age_seconds",
                    "potstats2_crawler_forum_away",
                    "potstats2_crawler_forum_held",
                    "potstats2_crawler_paused"),
            "ingest-service",
            List.of(
                    "potstats2_ingest_ingested_records_total",
                    "potstats2_ingest_batch_seconds_sum",
                    "potstats2_ingest_lag_records",
                    "potstats2_ingest_fenced_batches_total",
                    "potstats2_ingest_dead_letters_records_total"),
            "analytics-service",
            List.of(
                    "potstats2_analytics_dirty_keys_sum",
                    "potstats2_analytics_refresh_seconds_bucket",
                    "potstats2_analytics_freshness_seconds",
                    "potstats2_analytics_dead_letters_records_total"),
            "stats-api-service",
            List.of(
                    "potstats2_api_requests_seconds_bucket",
                    "potstats2_api_cache_lookups_total",
                    "potstats2_api_stream_clients"));

    private static RunningSystem system;
    private static Servers servers;

    @BeforeAll
    static void start(Servers given) {
        servers = given;
        system = RunningSystem.start(servers, Map.of());
        await().atMost(TIMEOUT)
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

    private static Set<String> exposed() throws IOException, InterruptedException {
        var names = new TreeSet<String>();
        for (var service : system.services()) {
            names.addAll(exposedBy(service));
        }
        return names;
    }

    private static Set<String> exposedBy(String service) throws IOException, InterruptedException {
        return scrape(service)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toSet());
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
        missing.removeAll(exposed());
        assertThat(missing).isEmpty();
        assertThat(used).hasSizeGreaterThan(25);
    }

    @Test
    void everyWantedMetricIsExposedByItsServiceAndStandsOnADashboard() throws Exception {
        var shown = Expressions.metrics(Expressions.ofDashboards());
        for (var service : system.services()) {
            var wanted = WANTED.get(service);
            assertThat(wanted).as(service).isNotNull();
            assertThat(exposedBy(service)).as(service).containsAll(wanted);
            assertThat(shown).as(service).containsAll(wanted);
        }
    }

    @Test
    void cacheAndLiveStreamAreCounted() throws Exception {
        var hits = value("stats-api-service", "potstats2_api_cache_lookups_total", "result=\"hit\"");
        var misses = value("stats-api-service", "potstats2_api_cache_lookups_total", "result=\"miss\"");
        for (var times = 0; times < 3; times++) {
            system.get("stats-api-service", "/api/weekday-stats");
        }
        assertThat(value("stats-api-service", "potstats2_api_cache_lookups_total", "result=\"miss\""))
                .isEqualTo(misses + 1);
        assertThat(value("stats-api-service", "potstats2_api_cache_lookups_total", "result=\"hit\""))
                .isEqualTo(hits + 2);

        assertThat(value("stats-api-service", "potstats2_api_stream_clients", ""))
                .isZero();
        try (var stream = system.open("stats-api-service", "/api/stream")) {
            assertThat(stream.read()).isPositive();
            assertThat(value("stats-api-service", "potstats2_api_stream_clients", ""))
                    .isEqualTo(1);
        }
        await().atMost(TIMEOUT).until(() -> value("stats-api-service", "potstats2_api_stream_clients", "") == 0);
    }

    @Test
    void theNumbersAreThoseOfWhatWasDone() throws Exception {
        var posts = system.posts();
        await().atMost(TIMEOUT).untilAsserted(() -> {
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
