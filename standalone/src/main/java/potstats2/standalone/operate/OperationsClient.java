package potstats2.standalone.operate;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one service to do something. */
final class OperationsClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** A rebuild or a long list may take that long. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String service;
    private final URI url;
    private final String token;

    OperationsClient(String service, URI url, String token) {
        this.service = service;
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) {
        return ask("GET", path, Map.of());
    }

    JsonNode post(String path, Map<String, String> parameters) {
        return ask("POST", path, parameters);
    }

    JsonNode delete(String path) {
        return ask("DELETE", path, Map.of());
    }

    private JsonNode ask(String method, String path, Map<String, String> parameters) {
        var query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(url.resolve("/actuator/" + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            var body = json.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new OperationFailedException(
                        body.path("error").asString(service + " answers " + answer.statusCode()));
            }
            return body;
        } catch (JacksonException e) {
            throw new OperationFailedException(service + " at " + url + " does not answer as potstats2 does");
        } catch (IOException e) {
            throw new OperationFailedException(service + " does not answer at " + url + " ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("interrupted");
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
