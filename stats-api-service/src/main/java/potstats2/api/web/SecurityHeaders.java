package potstats2.api.web;

import java.util.Map;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers with every answer what pages from here may do: run their own scripts, and nothing from elsewhere. */
final class SecurityHeaders implements WebFilter {
    /** Charts set styles by attribute; some pictures are written out in the styles. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static final Map<String, String> VALUES = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Content-Security-Policy", CONTENT_SECURITY_POLICY);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        VALUES.forEach(exchange.getResponse().getHeaders()::set);
        return chain.filter(exchange);
    }
}
