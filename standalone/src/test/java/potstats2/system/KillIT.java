package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.simulator.Faults;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import tools.jackson.databind.JsonNode;

/** Every service in a process of its own, from its own jar, killed again and again while the forum is read. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int DEATHS = 20;
    private static final List<String> SERVICES =
            List.of("crawler-service", "ingest-service", "analytics-service", "stats-api-service");

    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path logs;

    @AfterEach
    void endProcesses() {
        processes.values().forEach(ServiceProcess::close);
    }

    @Test
    void losesNothingAndCountsNothingTwice(Servers servers) throws IOException {
        servers.deleteTopics();
        servers.newDatabase();
        var seed = Long.getLong("potstats2.test.seed", System.nanoTime());
        LOG.info("Seed {} (-Dpotstats2.test.seed=…)", seed);
        var options = SimulatorOptions.defaults()
                .withPosts(6_000)
                .withSeed(seed)
                .withOddities(true)
                .withFaults(Faults.every(0.002));
        try (var simulator = ForumSimulator.start(options)) {
            var port = freePort();
            SERVICES.forEach(service -> processes.put(
                    service, ServiceProcess.start(service, settings(service, servers, simulator, port), logs)));
            var api = new ApiClient(port);
            api.awaitStatus(Duration.ofMinutes(2), status -> posts(status) > 0);

            kill(new Random(seed), servers);

            api.awaitStatus(
                    Duration.ofMinutes(5),
                    status -> everyServiceRuns()
                            && isQuiet(status)
                            && posts(status) == simulator.truth().posts());
            new OracleComparison(api, simulator.forum()).everyAnswerIsExact();
            nothingIsLeftToDo(simulator, api);
        }
    }

    private void kill(Random random, Servers servers) {
        for (var death = 1; death <= DEATHS; death++) {
            LockSupport.parkNanos(Duration.ofMillis(500 + random.nextInt(3_000)).toNanos());
            // Services die more often than the servers under them, and each of the six dies at least twice.
            var victim = death <= 12 ? (death - 1) % 6 : random.nextInt(5);
            if (victim == 5) {
                LOG.info("Death {}: the broker", death);
                servers.restartKafka();
            } else if (victim == 4) {
                LOG.info("Death {}: all connections to PostgreSQL", death);
                servers.cutConnections();
            } else {
                LOG.info("Death {}: {}", death, SERVICES.get(victim));
                process(SERVICES.get(victim)).killAndRestart();
            }
        }
    }

    private void nothingIsLeftToDo(ForumSimulator simulator, ApiClient api) {
        simulator.faults(Faults.none());
        noPageIsLeftThatNoPostDependsOn(simulator);
        process("crawler-service").killAndRestart();
        simulator.requests().reset();
        var boards = simulator.truth().boards();
        api.awaitStatus(Duration.ofMinutes(1), status -> simulator.requests().total() > boards && isQuiet(status));
        // Threads that the forum lists but does not show are asked for again now and then.
        assertThat(simulator.requests().total()).isBetween(boards + 1L, 2 * (boards + 1L));
    }

    /** Tags and profiles come after the posts: when they are read, passes alone ask for anything. */
    private static void noPageIsLeftThatNoPostDependsOn(ForumSimulator simulator) {
        var requests = simulator.requests();
        var before = new AtomicLong(-1);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(12))
                .until(() -> {
                    var asked = requests.of(Kind.TAGS) + requests.of(Kind.PROFILE);
                    return before.getAndSet(asked) == asked;
                });
    }

    private boolean everyServiceRuns() {
        assertThat(processes)
                .allSatisfy((service, process) ->
                        assertThat(process.runs()).as("%s runs", service).isTrue());
        return true;
    }

    private ServiceProcess process(String service) {
        return Objects.requireNonNull(processes.get(service));
    }

    private static Map<String, Object> settings(
            String service, Servers servers, ForumSimulator simulator, int apiPort) {
        var settings = servers.settings();
        settings.put("potstats2.crawler.forum-url", simulator.forumUrl());
        settings.put("potstats2.crawler.profile-url", simulator.profileUrl());
        settings.put("potstats2.crawler.request-delay", "50ms");
        settings.put("potstats2.api.limits.requests-per-second", "0");
        // The machine's time zone, which sessions take over, must not matter.
        settings.put("potstats2.time-zone", "UTC");
        settings.put("user.timezone", "Pacific/Kiritimati");
        settings.put("server.port", service.equals("stats-api-service") ? String.valueOf(apiPort) : "0");
        return settings;
    }

    private static boolean isQuiet(JsonNode status) {
        return status.at("/crawl/state").asString("").equals("idle")
                && status.at("/lag/ingest").asLong(-1) == 0
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
