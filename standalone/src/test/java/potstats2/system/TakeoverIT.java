package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.analytics.rollup.RecomputationProgress;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;

/** Two of each service: one works and the other takes over, and nothing is done twice. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class TakeoverIT {
    private static final Logger LOG = LoggerFactory.getLogger(TakeoverIT.class);
    private static final List<String> DOUBLED = List.of("ingest-service", "analytics-service", "crawler-service");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    /** A dead member's session has to end first: 15 s with ingest and analytics, less with the crawler. */
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(90);

    @TempDir
    Path logs;

    private final List<ServiceProcess> processes = new ArrayList<>();

    @AfterEach
    void stopAll() {
        processes.forEach(ServiceProcess::close);
    }

    @Test
    void theSecondOfEachGoesOnWhenTheFirstIsKilled(Servers servers) throws Exception {
        servers.deleteTopics();
        servers.newDatabase();
        try (var simulator = ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(6_000).withSeed(3))) {
            var port = freePort();
            var api = new ApiClient(port);
            start("stats-api-service", "", settings(servers, simulator, port));
            var firsts = startAll("first", servers, simulator);
            api.awaitStatus(TIMEOUT, status -> posts(status) > 0);
            startAll("second", servers, simulator);
            api.awaitStatus(TIMEOUT, status -> posts(status) > 300);
            assertThat(posts(api.get("/actuator/status"))).isLessThan(6_000);

            firsts.forEach(ServiceProcess::close);
            var killed = System.nanoTime();
            var before = posts(api.get("/actuator/status"));
            api.awaitStatus(LONGEST_TAKEOVER, status -> posts(status) > before);
            LOG.info("Taken over after {} ms", (System.nanoTime() - killed) / 1_000_000);

            api.awaitStatus(
                    TIMEOUT,
                    status -> status.at("/crawl/state").asString("").equals("idle")
                            && isQuiet(status)
                            && posts(status) == simulator.truth().posts());
            new OracleComparison(api, simulator.forum()).everyAnswerIsExact();
            var database = servers.postgres();
            assertThat(RollupVerification.of(database.jdbcUrl(), database.user(), database.password())
                            .runBesideRefreshes(Duration.ofSeconds(5), RecomputationProgress.UNWATCHED))
                    .isEmpty();
            // Two crawlers at once would have asked for nearly everything twice; a takeover repeats a few pages.
            var threads = simulator.forum().threads().count();
            var pages = simulator.truth().posts() / 30 + 2 * threads + 200;
            assertThat(simulator.requests().total()).isLessThan(pages);
        }
    }

    private List<ServiceProcess> startAll(String name, Servers servers, ForumSimulator simulator) throws IOException {
        var started = new ArrayList<ServiceProcess>();
        for (var service : DOUBLED) {
            started.add(start(service, name, settings(servers, simulator, 0)));
        }
        return started;
    }

    private ServiceProcess start(String service, String name, Map<String, Object> settings) throws IOException {
        var directory = Files.createDirectories(logs.resolve("of-" + name));
        var process = ServiceProcess.start(service, settings, directory);
        processes.add(process);
        return process;
    }

    private static Map<String, Object> settings(Servers servers, ForumSimulator simulator, int port) {
        var settings = servers.settings();
        settings.put("potstats2.crawler.forum-url", simulator.forumUrl());
        settings.put("potstats2.crawler.profile-url", simulator.profileUrl());
        settings.put("potstats2.crawler.request-delay", "30ms");
        settings.put("server.port", String.valueOf(port));
        settings.put("potstats2.api.limits.requests-per-second", "0");
        return settings;
    }

    private static boolean isQuiet(JsonNode status) {
        return status.at("/lag/ingest").asLong(-1) == 0
                && status.at("/lag/analytics").asLong(-1) == 0;
    }

    private static long posts(JsonNode status) {
        return status.path("posts").asLong(0);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
