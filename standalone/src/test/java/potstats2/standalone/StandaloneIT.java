package potstats2.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import potstats2.servers.PostgresServer;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;

/** The command in a process of its own, from a forum to its numbers. */
class StandaloneIT {
    private static final int POSTS = 2_000;

    @TempDir
    Path home;

    private ForumSimulator forum;
    private int port;

    @BeforeEach
    void startForum() throws IOException {
        forum = ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(POSTS).withSeed(7));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stopForum() {
        forum.close();
    }

    @Test
    void crawlsOnceAndKeepsWhatItReadOverARestart() throws Exception {
        var first = up("--once", "--exit");

        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output())
                .contains(String.format(
                        Locale.ROOT,
                        "%,d posts in the statistics",
                        forum.truth().posts()));

        forum.requests().reset();
        var second = up("--once", "--exit");

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output())
                .contains(String.format(
                        Locale.ROOT,
                        "%,d posts in the statistics",
                        forum.truth().posts()));
        assertThat(forum.requests().total()).isLessThanOrEqualTo(forum.truth().boards() + 1);
    }

    @Test
    void survivesBeingKilledInTheMiddle() throws Exception {
        try (var killed = start("--request-delay=200ms")) {
            killed.awaitOutput("crawling: ");
            killed.kill();
        }

        var second = up("--once", "--exit");

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.output())
                .contains(String.format(
                        Locale.ROOT,
                        "%,d posts in the statistics",
                        forum.truth().posts()));
    }

    @Test
    void sharesNeitherItsDirectoryNorItsPort() throws Exception {
        try (var running = start()) {
            running.awaitOutput("Look at ");

            assertThat(up("--api-port=" + otherPort()))
                    .isEqualTo(new PotstatsProcess.Ended(
                            2,
                            "potstats2: potstats2.standalone.data-dir: another potstats2 is running on " + dataDir()
                                    + "\n"));
            var samePort = up("--data-dir=" + home.resolve("other"));
            assertThat(samePort.exitCode()).isEqualTo(2);
            assertThat(samePort.output())
                    .startsWith("potstats2: potstats2.standalone.api-port: port " + port)
                    .hasLineCount(1);

            assertThat(running.terminate()).isTrue();
        }
        assertThat(up("--once", "--exit").exitCode()).isZero();
    }

    @Test
    void namesABadSettingInOneLine() throws Exception {
        var file = Files.createDirectories(home.resolve(".config")).resolve("potstats2.yml");
        Files.writeString(file, "potstats2:\n  ingest:\n    bach-size: 7\n");

        assertThat(up())
                .isEqualTo(new PotstatsProcess.Ended(
                        2,
                        "potstats2: potstats2.ingest.bach-size: unknown setting, did you mean"
                                + " potstats2.ingest.batch-size? (value \"7\", " + file + ", line 3)\n"));
    }

    @Test
    void outlivesPostgresAndRedisButNotKafka() throws Exception {
        try (var running = start("--once")) {
            running.awaitOutput("posts in the statistics");

            kill(dataDir().resolve("postgres/data/postmaster.pid"));
            if (Files.exists(dataDir().resolve("redis/redis.pid"))) { // not on every platform
                kill(dataDir().resolve("redis/redis.pid"));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> status("/api/boards?nocache") == 200);

            var logs = dataDir().resolve("kafka/logs");
            FileSystemUtils.deleteRecursively(logs);
            Files.createFile(logs);
            createTopic();
            var ended = running.await();
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains("potstats2: Kafka cannot go on: is there room left in " + dataDir());
        }
        assertThat(PostgresServer.running(dataDir().resolve("postgres"))).isEmpty();
    }

    private static void kill(Path pidFile) throws IOException {
        var process = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0)))
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private int status(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Its directory cannot be made where there is no disk. Nobody answers. */
    private void createTopic() throws IOException {
        var address =
                "127.0.0.1:" + Files.readString(dataDir().resolve("kafka/port")).strip();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("another", 1, (short) 1)));
            admin.close(Duration.ofSeconds(5));
        }
    }

    private PotstatsProcess.Ended up(String... options) throws IOException, InterruptedException {
        try (var process = start(options)) {
            return process.await();
        }
    }

    private PotstatsProcess start(String... options) throws IOException {
        return PotstatsProcess.up(home, forum, dataDir(), port, options);
    }

    private Path dataDir() {
        return home.resolve("data");
    }

    private static int otherPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
