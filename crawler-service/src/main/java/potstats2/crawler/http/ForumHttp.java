package potstats2.crawler.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.RequestKind;
import potstats2.runtime.settings.ServerUrl;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/** One GET, without repetition: the body in full, or why there is none. */
final class ForumHttp implements AutoCloseable {

    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 425, 429);

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Duration timeout;
    private final long maxPageSize;
    private final RequestCounts counts;
    private final Clock clock;
    private final BiConsumer<URI, Instant> asksToWait;

    /**
     * A client without a connection.
     *
     * @param asksToWait told by which address until when the forum wants to be asked nothing more
     */
    ForumHttp(
            Function<ConnectionProvider, HttpClient> clients,
            String userAgent,
            int connections,
            Duration timeout,
            long maxPageSize,
            RequestCounts counts,
            Clock clock,
            BiConsumer<URI, Instant> asksToWait) {
        this.connections = ConnectionProvider.builder("forum")
                .maxConnections(connections)
                .pendingAcquireMaxCount(-1)
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        this.client = clients.apply(this.connections)
                .compress(true)
                // Repetition is decided above, where it is counted and throttled.
                .disableRetry(true)
                .headers(headers -> headers.set(HttpHeaderNames.USER_AGENT, userAgent));
        this.timeout = timeout;
        this.maxPageSize = maxPageSize;
        this.counts = counts;
        this.clock = clock;
        this.asksToWait = asksToWait;
    }

    /**
     * Asks once.
     *
     * @return fails with {@link TransientException} where another attempt may help, else with {@link AnswerException}
     */
    Mono<Answer> get(RequestKind kind, URI url) {
        return Mono.defer(() -> {
            var body = new Body(maxPageSize);
            var request = counts.begin(kind);
            return client.get()
                    // As text: a URI does not tell a host with an underscore.
                    .uri(url.toString())
                    .response((response, content) -> {
                        request.answered(response.status().code());
                        retryAfter(response).ifPresent(until -> asksToWait.accept(url, until));
                        return receive(url, response, content, body);
                    })
                    .singleOrEmpty()
                    .switchIfEmpty(Mono.error(() -> new TransientException("no answer", body, null)))
                    .timeout(timeout)
                    .onErrorMap(failure -> classified(failure, body))
                    .doFinally(end -> request.ended());
        });
    }

    private Mono<Answer> receive(URI url, HttpClientResponse response, ByteBufFlux content, Body body) {
        var length = response.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        body.announce(length == null || !length.matches("\\d{1,18}") ? -1 : Long.parseLong(length));
        return content.doOnNext(body::append).then(Mono.fromCallable(() -> answer(url, response, body)));
    }

    private Answer answer(URI url, HttpClientResponse response, Body body) {
        var status = response.status().code();
        if (status == 200) {
            return new Answer(body, null);
        }
        var location = response.responseHeaders().get(HttpHeaderNames.LOCATION);
        if (status >= 300 && status < 400 && location != null) {
            return new Answer(body, redirection(url, location, body));
        }
        if (status >= 500
                || WORTH_REPEATING.contains(status)
                || retryAfter(response).isPresent()) {
            throw new TransientException("HTTP " + status, body, null);
        }
        throw new AnswerException("HTTP " + status, body);
    }

    /** Whatever is refused with a time is worth asking for again, and nothing else is asked before. */
    private Optional<Instant> retryAfter(HttpClientResponse response) {
        return response.status().code() < 300
                ? Optional.empty()
                : Optional.ofNullable(RetryAfter.latest(
                        response.responseHeaders().getAll(HttpHeaderNames.RETRY_AFTER), clock.instant()));
    }

    /** Another host is another forum: nobody asked for its pages. */
    private static URI redirection(URI url, String location, Body body) {
        try {
            var fragment = location.indexOf('#');
            var target = URI.create(url.resolve(fragment < 0 ? location : location.substring(0, fragment))
                    .toASCIIString());
            if (ServerUrl.of(url.toString())
                    .host()
                    .equals(ServerUrl.of(target.toString()).host())) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw new AnswerException("redirects to no address: " + location, body);
        }
        throw new AnswerException("redirects to another host: " + location, body);
    }

    private Throwable classified(Throwable failure, Body body) {
        if (failure instanceof TransientException || failure instanceof AnswerException) {
            return failure;
        }
        if (failure instanceof Body.TooLargeException) {
            return new AnswerException(failure.getMessage(), body);
        }
        if (failure instanceof java.util.concurrent.TimeoutException || failure instanceof TimeoutException) {
            return new TransientException("no answer within " + timeout.toMillis() + " ms", body, failure);
        }
        if (failure instanceof IOException) {
            return new TransientException(
                    failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + failure.getMessage(),
                    body,
                    failure);
        }
        return new AnswerException(String.valueOf(failure), body);
    }

    @Override
    public void close() {
        connections.dispose();
    }

    /**
     * What came back.
     *
     * @param body all of it
     * @param redirection where the page is instead, on the same host
     */
    record Answer(Body body, @Nullable URI redirection) {}

    /** An answer that would be the same again. */
    static final class AnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Body body;

        AnswerException(@Nullable String message, Body body) {
            super(message);
            this.body = body;
        }

        Body body() {
            return body;
        }
    }
}
