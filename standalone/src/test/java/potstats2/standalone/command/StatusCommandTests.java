package potstats2.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTests {
    private static final String STATUS = """
            {"posts":19682,"threads":662,"boards":13,"users":132,"lag":{"ingest":12,"analytics":3},\
            "crawl":{"state":"crawling","pass":1,"posts":{"done":100,"total":20000},"new":"member"},"deadLetters":1}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsATable() throws IOException {
        assertThat(statusOf(STATUS)).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                posts                19,682
                threads                 662
                boards                   13
                users                   132
                to ingest                12
                to analyse                3
                set aside                 1
                crawler     crawling, posts: 100 of about 20,000 by the forum's count
                """);
    }

    @Test
    void saysSinceWhenTheCrawlerIsPaused() throws IOException {
        var paused = """
                {"crawl":{"state":"paused","pausedSince":"2026-01-02T03:04:05.678Z","posts":{"done":1,"total":2},
                "leftAlone":["profile","tags"]}}""";
        assertThat(statusOf(paused)).isZero();
        assertThat(out.toString())
                .contains(
                        "crawler     paused since 2026-01-02T03:04:05Z, posts: 1 of about 2 by the forum's count",
                        "left alone    profile, tags");
    }

    @Test
    void saysUntilWhenTheForumWantsToBeLeftAlone() throws IOException {
        var paused = """
                {"crawl":{"state":"paused","pausedUntil":"2026-01-02T05:04:05.678Z","posts":{"done":0,"total":0}}}""";
        assertThat(statusOf(paused)).isZero();
        assertThat(out.toString()).contains("crawler     paused until 2026-01-02T05:04:05Z as the forum asks");
    }

    @Test
    void saysHowLongItWillTake() throws IOException {
        var crawling = """
                {"crawl":{"state":"crawling","secondsLeft":80,"posts":{"done":1,"total":2}}}""";
        assertThat(statusOf(crawling)).isZero();
        assertThat(out.toString()).contains("crawler     crawling, posts: 1/2, 1 min 20 s left");
    }

    @Test
    void asksTheSystemOnADataDirectory(@TempDir Path data) throws IOException {
        var server = serverOf(STATUS);
        try {
            var port = server.getAddress().getPort();
            Files.writeString(data.resolve("operations"), "stats-api-service=http\\://127.0.0.1\\:" + port + "\n");

            assertThat(execute("status", "--data-dir=" + data)).isZero();
            assertThat(out.toString()).contains("19,682");
        } finally {
            server.stop(0);
        }
        assertThat(execute("status", "--data-dir=" + data.resolve("other"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("potstats2: nothing is running on " + data.resolve("other"));
    }

    @Test
    void showsWhatIsNotKnown() throws IOException {
        assertThat(statusOf("{}")).isZero();
        assertThat(out.toString()).contains("posts               unknown");
    }

    @Test
    void passesJsonOn() throws IOException {
        assertThat(statusOf(STATUS, "--json")).isZero();
        assertThat(out.toString().strip()).isEqualTo(STATUS);
    }

    @Test
    void saysInOneLineThatNothingIsRunning() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(status(port)).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("potstats2: nothing answers at http://127.0.0.1:" + port);
    }

    @Test
    void saysInOneLineThatSomethingElseIsRunning() throws IOException {
        assertThat(statusOf("<html>")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("does not answer as potstats2 does");
    }

    private int statusOf(String answer, String... args) throws IOException {
        var server = serverOf(answer);
        try {
            return status(server.getAddress().getPort(), args);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer serverOf(String answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/status", exchange -> {
            var body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private int status(int port, String... args) {
        var all = new ArrayList<>(List.of("status", "--api-port=" + port));
        all.addAll(List.of(args));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... args) {
        return Potstats.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
