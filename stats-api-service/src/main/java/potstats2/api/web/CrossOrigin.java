package potstats2.api.web;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Pages from anywhere may read the answers, errors too, and do nothing else. Every answer says so, whoever asks: caches
 * need not keep one for each origin.
 */
final class CrossOrigin implements WebFilter {
    static final String ANYONE = "*";

    private static final String METHODS =
            ApiHandler.METHODS.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    private static final String MAX_AGE = String.valueOf(Duration.ofDays(1).toSeconds());
    private static final List<String> SENT =
            List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.CACHE_CONTROL, "Last-Event-ID");
    private static final List<String> SHOWN =
            List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, HttpHeaders.CONTENT_DISPOSITION);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/api")) {
            return chain.filter(exchange);
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? allow(exchange) : readable(exchange, chain);
    }

    private static Mono<Void> readable(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.setAccessControlAllowOrigin(ANYONE);
        headers.setAccessControlExposeHeaders(SHOWN);
        return chain.filter(exchange);
    }

    /** A browser asks before it sends something out of the ordinary. */
    private static Mono<Void> allow(ServerWebExchange exchange) {
        if (!ApiHandler.METHODS.contains(exchange.getRequest().getHeaders().getAccessControlRequestMethod())) {
            return Mono.error(new ResponseStatusException(HttpStatus.FORBIDDEN));
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setAccessControlAllowOrigin(ANYONE);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        response.getHeaders().setAccessControlAllowHeaders(SENT);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        return response.setComplete();
    }
}
