package potstats2.api.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns away clients that ask too much or too long. Operators are not limited. */
final class Limits implements WebFilter {
    private static final String OPERATORS = "/actuator";
    private static final int MOST_CLIENTS = 100_000;
    private static final double LONGEST_UNTIL_FULL = TimeUnit.DAYS.toSeconds(1);
    /** Whoever has a network of version 6 has all its addresses. */
    private static final int NETWORK_BYTES = 8;

    private final LimitSettings settings;
    private final LoadingCache<Long, TokenBucket> buckets;

    Limits(LimitSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(untilFull(settings))
                .executor(Runnable::run)
                .build(client -> new TokenBucket(settings.requestsPerSecond(), settings.burst(), System.nanoTime()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getURI().getRawPath().startsWith(OPERATORS)) {
            return chain.filter(exchange);
        }
        var wait = nanosToWait(request);
        if (wait > 0) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(secondsOf(wait)));
            return Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS));
        }
        var query = request.getURI().getRawQuery();
        return query != null && query.length() > settings.queryLength()
                ? Mono.error(new ResponseStatusException(HttpStatus.URI_TOO_LONG))
                : chain.filter(exchange);
    }

    /** A bucket that is full again need not be kept. */
    private static Duration untilFull(LimitSettings settings) {
        var seconds = Math.ceil(settings.burst() / settings.requestsPerSecond());
        return Duration.ofSeconds(Math.round(Math.min(seconds, LONGEST_UNTIL_FULL)));
    }

    private long nanosToWait(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || settings.requestsPerSecond() == 0
                ? 0
                : buckets.get(client(remote.getAddress())).take(System.nanoTime());
    }

    private static long client(@Nullable InetAddress address) {
        if (address == null) {
            return 0;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address
                ? ByteBuffer.wrap(bytes, 0, NETWORK_BYTES).getLong()
                : ByteBuffer.wrap(bytes).getInt();
    }

    private static long secondsOf(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
