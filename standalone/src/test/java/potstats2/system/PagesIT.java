package potstats2.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.SimulatedThread;
import potstats2.standalone.Standalone;

/** The pages in a browser, as people who start potstats2 see them: runs the tests of {@code frontend/e2e}. */
class PagesIT {
    private static final Path FRONTEND = Path.of("..", "frontend");
    private static final String SKIPPED = "SKIPPED the tests in a browser: ";
    private static final Pattern FAILED = Pattern.compile("^ *[×→]");
    private static final int POSTS = 20_000;

    @TempDir
    private Path data;

    @Test
    void showWhatTheApiSaysToEverybody() throws Exception {
        if (getClass().getResource("/static/index.html") == null) {
            skip("the pages were not built");
        }
        try (var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(POSTS));
                var control = new ForumControl(forum)) {
            var port = freePort();
            try (var system = new Standalone(settings(forum, port))) {
                system.start();
                new ApiClient(port)
                        .awaitStatus(
                                Duration.ofMinutes(2),
                                status -> status.path("posts").asLong(0)
                                                == forum.truth().posts()
                                        && status.at("/lag/analytics").asLong(-1) == 0);
                look(system.apiUrl().toString(), control.url());
            }
        }
    }

    private static void look(String url, String controlUrl) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("npm", "run", "--silent", "e2e")
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("POTSTATS_URL", url, "POTSTATS_FORUM_CONTROL", controlUrl, "NO_COLOR", "1"));
        var lines = new ArrayList<String>();
        var process = builder.start();
        try (var output = process.inputReader(UTF_8)) {
            output.lines().peek(System.out::println).forEach(lines::add);
        } finally {
            process.destroy();
        }
        lines.stream()
                .filter(line -> line.startsWith(SKIPPED))
                .findFirst()
                .ifPresent(line -> skip(line.substring(SKIPPED.length())));
        var failed = lines.stream().filter(line -> FAILED.matcher(line).find()).collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).as(failed).isZero();
    }

    /** Where the pages are required, there is no way around looking at them. */
    private static void skip(String reason) {
        if ("required".equals(System.getenv("PAGES"))) {
            fail(reason);
        }
        System.out.println(SKIPPED + reason);
        Assumptions.abort(reason);
    }

    private Map<String, Object> settings(ForumSimulator forum, int port) {
        return Map.of(
                "potstats2.crawler.forum-url",
                forum.forumUrl(),
                "potstats2.crawler.profile-url",
                forum.profileUrl(),
                "potstats2.crawler.request-delay",
                "0ms",
                "potstats2.crawler.pass-interval",
                "500ms",
                "potstats2.standalone.data-dir",
                data.toString(),
                "potstats2.standalone.api-port",
                port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Lets the tests write in the forum: {@code POST /post} answers the PID of a new reply. */
    private static final class ForumControl implements AutoCloseable {
        private final ForumSimulator forum;
        private final HttpServer server;

        ForumControl(ForumSimulator forum) throws IOException {
            this.forum = forum;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/post", this::post);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private void post(HttpExchange exchange) {
            var thread = forum.forum()
                    .threads()
                    .filter(candidate -> candidate.access() == Access.READABLE && !candidate.closed())
                    .map(SimulatedThread::tid)
                    .findFirst()
                    .orElseThrow();
            var answer =
                    "{\"pid\": %s}".formatted(forum.forum().newPost(thread)).getBytes(UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
