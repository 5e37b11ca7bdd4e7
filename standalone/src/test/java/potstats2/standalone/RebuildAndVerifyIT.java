package potstats2.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.servers.PostgresServer;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.standalone.PotstatsProcess.Ended;

/** {@code potstats verify} and {@code potstats rebuild}, beside a running system and without one. */
class RebuildAndVerifyIT {
    private static final String CORRUPT =
            "UPDATE stats.board_year SET posts = posts + 1000000 WHERE bid = 0 AND year = 0";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path home;

    private ForumSimulator forum;
    private int port;

    @BeforeEach
    void startForum() throws IOException {
        forum = ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(2_000).withSeed(7));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stopForum() {
        forum.close();
    }

    @Test
    void findAWrongNumberAndPutItRightWhileTheApiAnswers() throws Exception {
        try (var running = PotstatsProcess.up(home, forum, dataDir(), port, "--once")) {
            running.awaitOutput("posts in the statistics");
            everythingIsRight();
            var before = yearOverYear();

            corrupt();
            var found = verify();
            assertThat(found.exitCode()).as(found.output()).isEqualTo(1);
            assertThat(found.output()).contains("board_year (0,0): stored (").endsWith("\n1 difference\n");

            var answers = new HashSet<String>();
            var rebuilt = CompletableFuture.supplyAsync(this::rebuild);
            while (!rebuilt.isDone()) {
                answers.add(yearOverYear());
            }
            assertThat(rebuilt.get().output()).contains("1 row was wrong");
            assertThat(rebuilt.get().exitCode()).isZero();
            // The numbers of the years are right before and after; that it answered is what counts.
            assertThat(answers).isEqualTo(Set.of(before));
            everythingIsRight();
            assertThat(running.terminate()).isTrue();
        }
    }

    @Test
    void startTheDatabaseThemselvesWhereNothingRuns() throws Exception {
        try (var once = PotstatsProcess.up(home, forum, dataDir(), port, "--once", "--exit")) {
            assertThat(once.await().exitCode()).isZero();
        }
        everythingIsRight();
        try (var database = PostgresServer.start(dataDir().resolve("postgres"))) {
            execute(database.address().jdbcUrl(), database.address().password());
            var address = database.address();
            var url = "postgresql://%s:%s@%s:%s/%s"
                    .formatted(address.user(), address.password(), address.host(), address.port(), address.database());
            assertThat(PotstatsProcess.run(home, "verify", "--postgres=" + url).exitCode())
                    .isEqualTo(1);
        }

        assertThat(rebuild().exitCode()).isZero();

        everythingIsRight();
        assertThat(PostgresServer.running(dataDir().resolve("postgres"))).isEmpty();
    }

    @Test
    void sayInOneLineThatThereIsNoDatabase() throws Exception {
        assertThat(PotstatsProcess.run(home, "verify", "--data-dir=" + dataDir()))
                .isEqualTo(new Ended(2, "potstats2: no database in " + dataDir() + "\n"));
        var unreachable =
                PotstatsProcess.run(home, "rebuild", "--postgres=postgresql://me:it@127.0.0.1:" + port + "/x");
        assertThat(unreachable.exitCode()).isEqualTo(2);
        assertThat(unreachable.output())
                .startsWith("potstats2: no database answers at jdbc:postgresql://127.0.0.1:" + port + "/x: ")
                .hasLineCount(1);
        assertThat(dataDir()).doesNotExist();
    }

    /** Where it takes long, progress is shown before. */
    private void everythingIsRight() throws IOException, InterruptedException {
        var verified = verify();
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(verified.output()).endsWith("0 differences\n");
    }

    private Ended verify() throws IOException, InterruptedException {
        return PotstatsProcess.run(home, "verify", "--data-dir=" + dataDir());
    }

    private Ended rebuild() {
        try {
            return PotstatsProcess.run(home, "rebuild", "--data-dir=" + dataDir());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void corrupt() throws Exception {
        var address = PostgresServer.running(dataDir().resolve("postgres")).orElseThrow();
        execute(address.jdbcUrl(), address.password());
    }

    private static void execute(String jdbcUrl, String password) throws Exception {
        try (var connection = DriverManager.getConnection(jdbcUrl, "potstats2", password);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(CORRUPT)).isEqualTo(1);
        }
    }

    private String yearOverYear() throws Exception {
        var url = URI.create("http://127.0.0.1:" + port + "/api/year-over-year-stats");
        var answer = http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private Path dataDir() {
        return home.resolve("data");
    }
}
