package potstats2.benchmark.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server of this machine for JSON. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;

    public Api(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The answer; nothing while the server does not answer well. */
    public Optional<JsonNode> ask(String pathAndQuery) {
        return text(pathAndQuery).map(JSON::readTree);
    }

    /** The answer, which has to be there. */
    public JsonNode get(String pathAndQuery) {
        return ask(pathAndQuery)
                .orElseThrow(() -> new IllegalStateException(url() + pathAndQuery + " is not answered"));
    }

    /** Whether it is no question for the server. */
    public boolean refuses(String pathAndQuery) {
        return send(pathAndQuery)
                .filter(answer -> answer.statusCode() == BAD_REQUEST)
                .isPresent();
    }

    private Optional<String> text(String pathAndQuery) {
        return send(pathAndQuery).filter(answer -> answer.statusCode() == OK).map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> send(String pathAndQuery) {
        try {
            return Optional.of(http.send(request(pathAndQuery).build(), BodyHandlers.ofString()));
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Tells a service to do something. */
    public void post(String path, String token) {
        var request = request(path)
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How many posts the boards have together; 0 while there is no answer. */
    public long postsOfBoards() {
        return ask("/api/boards").map(Api::posts).orElse(0L);
    }

    private static long posts(JsonNode boards) {
        return boards.path("rows")
                .valueStream()
                .mapToLong(board -> board.path("post_count").asLong())
                .sum();
    }

    /** Whether the crawler has seen the whole forum and the numbers hold what it saw. */
    public boolean hasReadAll() {
        return ask("/actuator/status")
                .filter(status -> hasNoLag(status)
                        && status.at("/crawl/pass").asInt(0) >= 1
                        && status.at("/crawl/state").asString("").equals("idle"))
                .isPresent();
    }

    static boolean hasNoLag(JsonNode status) {
        return status.at("/lag/ingest").asLong(-1) == 0
                && status.at("/lag/analytics").asLong(-1) == 0;
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(url() + pathAndQuery)).timeout(TIMEOUT);
    }
}
