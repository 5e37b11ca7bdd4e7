package potstats2.api.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import potstats2.api.cache.Answer;
import potstats2.api.cache.CacheSettings;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Makes bytes of what APIs answer and sends them as the client asked for them: compressed, or not at all if it has them. */
@Component
class AnswerWriter {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String GZIP = "gzip";
    private static final Pattern UNWANTED = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0*)?\\s*");

    private static final Pattern OPAQUE_TAG = Pattern.compile("\"[^\"]*\"");

    private final JsonMapper json;
    private final String cacheControl;

    AnswerWriter(JsonMapper json, CacheSettings settings) {
        this.json = json;
        this.cacheControl = cacheControl(settings.maxAge());
    }

    /**
     * For whoever will ask for it.
     *
     * @param answer a {@link CsvFile}, or an object that stands for JSON
     */
    Answer encode(Object answer) {
        return plain(answer).compressed();
    }

    /** As {@link #encode}, for this client alone. */
    Answer encodeFor(ServerWebExchange exchange, Object answer) {
        var plain = plain(answer);
        return accepts(exchange.getRequest()) ? plain.compressed() : plain;
    }

    private Answer plain(Object answer) {
        return answer instanceof CsvFile csv
                ? Answer.plain(CSV.toString(), csv.name(), csv.text().getBytes(StandardCharsets.UTF_8))
                : Answer.plain(MediaType.APPLICATION_JSON_VALUE, null, json.writeValueAsBytes(answer));
    }

    /** Clients may use it for a while without asking again. */
    Mono<Void> write(ServerWebExchange exchange, Answer answer) {
        return write(exchange, answer, cacheControl);
    }

    /** Nobody may use it twice without asking again. */
    Mono<Void> writeFresh(ServerWebExchange exchange, Answer answer) {
        return write(exchange, answer, cacheControl(Duration.ZERO));
    }

    private static Mono<Void> write(ServerWebExchange exchange, Answer answer, String cacheControl) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set(HttpHeaders.ETAG, answer.etag());
        headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (hasAlready(request, answer)) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        headers.set(HttpHeaders.CONTENT_TYPE, answer.type());
        if (answer.fileName() != null) {
            headers.setContentDisposition(
                    ContentDisposition.attachment().filename(answer.fileName()).build());
        }
        var gzip = accepts(request) ? answer.gzip() : null;
        if (gzip != null) {
            headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        var body = gzip == null ? answer.body() : gzip;
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static boolean hasAlready(ServerHttpRequest request, Answer answer) {
        return hasAlready(request.getHeaders().getOrEmpty(HttpHeaders.IF_NONE_MATCH), answer.etag());
    }

    /** Whether lines, each of them a list of tags or {@code *}, have a tag; weak ones are compared as the others. */
    static boolean hasAlready(List<String> lines, String etag) {
        var opaque = etag.substring(etag.indexOf('"'));
        return lines.stream()
                .anyMatch(line -> line.strip().equals("*")
                        || OPAQUE_TAG
                                .matcher(line)
                                .results()
                                .anyMatch(tag -> tag.group().equals(opaque)));
    }

    private static boolean accepts(ServerHttpRequest request) {
        var encodings = request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return encodings != null && acceptsGzip(encodings);
    }

    /** Whether a list of encodings, some with weights, has gzip. */
    static boolean acceptsGzip(String encodings) {
        @Nullable Boolean any = null;
        for (var encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            var name = encoding.split(";", 2)[0].strip();
            var isWanted = !UNWANTED.matcher(encoding).matches();
            if (name.equals(GZIP)) {
                return isWanted;
            }
            if (name.equals("*")) {
                any = isWanted;
            }
        }
        return any != null && any;
    }

    private static String cacheControl(Duration maxAge) {
        return "public, max-age=" + maxAge.toSeconds();
    }
}
