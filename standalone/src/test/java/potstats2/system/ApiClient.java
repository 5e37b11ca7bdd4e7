package potstats2.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A script against the public API. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;

    ApiClient(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    /** A value as it stands in a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The answer to a question, which must be 200. */
    JsonNode get(String pathAndQuery) {
        try {
            var answer = http.send(request(pathAndQuery), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(pathAndQuery + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(pathAndQuery + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** All rows of an answer that comes in pages, by its {@code next} links. */
    JsonNode getAllPages(String pathAndQuery) {
        var rows = JSON.createArrayNode();
        @Nullable String next = pathAndQuery;
        while (next != null) {
            var page = get(next);
            rows.addAll((ArrayNode) page.get("rows"));
            next = page.has("next") ? page.get("next").asString() : null;
        }
        ObjectNode all = JSON.createObjectNode();
        return all.set("rows", rows);
    }

    /** What {@code status} shows, or null while the API does not answer. */
    @Nullable
    JsonNode status() {
        try {
            var answer = http.send(request("/actuator/status"), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
        } catch (IOException notThere) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Waits until the status is as wanted, and fails with the last one after the patience. */
    void awaitStatus(Duration patience, Predicate<JsonNode> wanted) {
        var deadline = System.nanoTime() + patience.toNanos();
        var last = status();
        while (last == null || !wanted.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time; the last status: " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            last = status();
        }
    }

    private HttpRequest request(String pathAndQuery) {
        return HttpRequest.newBuilder(base.resolve(pathAndQuery))
                .timeout(Duration.ofSeconds(10))
                .build();
    }
}
