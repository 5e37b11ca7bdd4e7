package potstats2.standalone.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import potstats2.runtime.settings.HttpAddress;
import reactor.core.Exceptions;
import reactor.netty.http.client.HttpClient;
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
            HttpClient.create().option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT_TIMEOUT.toMillis());
    private final String service;
    private final HttpAddress url;
    private final String token;

    OperationsClient(String service, HttpAddress url, String token) {
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
        try {
            var answer = Objects.requireNonNull(client.headers(
                            headers -> headers.set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token))
                    .request(HttpMethod.valueOf(method))
                    // As text: a URI does not tell a host with an underscore.
                    .uri(url.resolve("actuator/" + path + (query.isEmpty() ? "" : "?" + query))
                            .toString())
                    .responseSingle((response, content) -> content.asString(UTF_8)
                            .defaultIfEmpty("")
                            .map(text -> new Answer(response.status().code(), text)))
                    .block(TIMEOUT));
            var body = json.readTree(answer.text());
            if (answer.status() / 100 != 2) {
                throw new OperationFailedException(
                        body.path("error").asString(service + " answers " + answer.status()));
            }
            return body;
        } catch (JacksonException e) {
            throw new OperationFailedException(service + " at " + url + " does not answer as potstats2 does");
        } catch (RuntimeException e) {
            throw Exceptions.unwrap(e) instanceof IOException away ? noAnswer(away) : e;
        }
    }

    private OperationFailedException noAnswer(IOException e) {
        return new OperationFailedException(service + " does not answer at " + url + " ("
                + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")");
    }

    private record Answer(int status, String text) {}

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
