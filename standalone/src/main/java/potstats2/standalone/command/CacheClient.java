package potstats2.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running API about its cache. */
final class CacheClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int FIRST_REFUSAL = 300;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI api;

    CacheClient(URI api) {
        this.api = api;
    }

    JsonNode stats() throws IOException {
        try {
            return json.readTree(send(HttpRequest.newBuilder(api.resolve("/api/backend-stats"))));
        } catch (JacksonException e) {
            throw new IOException("it does not answer as potstats2 does", e);
        }
    }

    void invalidate() throws IOException {
        send(HttpRequest.newBuilder(api.resolve("/actuator/cache")).DELETE());
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw new IOException(answer.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
