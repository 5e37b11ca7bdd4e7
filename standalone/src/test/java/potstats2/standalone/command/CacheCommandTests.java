package potstats2.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheCommandTests {
    private static final String STATS = """
            {"version":"1.0.0","boards":{"hits":12345,"responses":{"200":12345},"responses_size":99,\
            "cache":{"hits":12000,"miss":345,"size":1000,"size_gzipped":400}}}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> requests = new ArrayList<>();

    @Test
    void showsATable() throws IOException {
        assertThat(run(200, STATS, "stats")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString().lines().skip(1).findFirst().orElse("").split(" +"))
                .containsExactly("boards", "12,345", "12,000", "345", "1,000", "400");
        assertThat(requests).containsExactly("GET /api/backend-stats");
    }

    @Test
    void passesJsonOn() throws IOException {
        assertThat(run(200, STATS, "stats", "--json")).isZero();
        assertThat(out.toString().strip()).isEqualTo(STATS);
    }

    @Test
    void emptiesTheCache() throws IOException {
        assertThat(run(200, "", "invalidate")).isZero();
        assertThat(requests).containsExactly("DELETE /actuator/cache");
        assertThat(out.toString()).contains("The cache is empty.");
    }

    @Test
    void saysInOneLineThatItMayNot() throws IOException {
        assertThat(run(404, "", "invalidate")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("answers 404");
    }

    @Test
    void asksWhichCommand() throws IOException {
        assertThat(run(200, "")).isEqualTo(2);
        assertThat(requests).isEmpty();
    }

    private int run(int status, String answer, String... args) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            var body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var command = Potstats.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            var all = new ArrayList<>(List.of("cache"));
            all.addAll(List.of(args));
            if (args.length > 0) {
                all.add("--api-port=" + server.getAddress().getPort());
            }
            return command.execute(all.toArray(String[]::new));
        } finally {
            server.stop(0);
        }
    }
}
