package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.simulator.Faults;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.standalone.PotstatsProcess;
import potstats2.standalone.Standalone;
import potstats2.standalone.progress.OnePass;

/** From a forum to the answers, all in one process. */
class EndToEndIT {
    private static final Logger LOG = LoggerFactory.getLogger(EndToEndIT.class);

    @TempDir
    private Path data;

    @Test
    void answersWhatAForumFullOfOdditiesAndFaultsHoldsOnAForeignMachine() throws Exception {
        var options = SimulatorOptions.defaults().withOddities(true).withFaults(Faults.every(0.002));
        var port = freePort();
        try (var simulator = ForumSimulator.start(options);
                var system = PotstatsProcess.up(data, simulator, data.resolve("system"), port, "--once")) {
            system.awaitOutput(" posts/s); "); // when all is done
            everyAnswerIsExact(simulator, port);
        }
    }

    @Test
    void asksAForumInWhichNothingHappenedForItsBoardsOnly() throws Exception {
        try (var simulator = ForumSimulator.start(SimulatorOptions.defaults().withPosts(2_000))) {
            onePass(simulator);

            simulator.requests().reset();
            onePass(simulator);
            assertThat(simulator.requests().total()).isEqualTo(simulator.truth().boards() + 1);
        }
    }

    private void onePass(ForumSimulator simulator) throws Exception {
        var port = freePort();
        try (var system = new Standalone(Map.of(
                "potstats2.crawler.forum-url",
                simulator.forumUrl(),
                "potstats2.crawler.profile-url",
                simulator.profileUrl(),
                "potstats2.crawler.request-delay",
                "0ms",
                "potstats2.crawler.schedule",
                "once",
                "potstats2.standalone.data-dir",
                data.toString(),
                "potstats2.standalone.api-port",
                port))) {
            system.start();
            var summary = new OnePass(system.crawl(), system.kafka(), URI.create("http://127.0.0.1:" + port)).await();
            LOG.info("{}", summary.inOneLine());

            everyAnswerIsExact(simulator, port);
        }
    }

    private static void everyAnswerIsExact(ForumSimulator simulator, int port) throws Exception {
        var api = new ApiClient(port);
        assertThat(api.get("/actuator/status").path("posts").asInt())
                .isEqualTo(simulator.truth().posts());
        new OracleComparison(api, simulator.forum()).everyAnswerIsExact();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
