package potstats2.api.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;

/** Answers a client with the stream, from where it was cut off. */
final class StreamHandler implements WebHandler {
    private static final MediaType EVENT_STREAM = new MediaType("text", "event-stream", StandardCharsets.UTF_8);
    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);
    /** What a script sends that opens another connection itself; browsers send the header. */
    private static final String LAST_EVENT_ID = "last_event_id";

    private final EventStream stream;

    StreamHandler(EventStream stream) {
        this.stream = stream;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!METHODS.contains(request.getMethod())) {
            return Mono.error(new MethodNotAllowedException(request.getMethod(), METHODS));
        }
        if (stream.isFull()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
            return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        }
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(EVENT_STREAM);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().set("X-Accel-Buffering", "no"); // nginx would hold events back
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            return response.setComplete();
        }
        var id = lastEventId(request);
        return response.writeAndFlushWith(
                stream.open(id == null ? null : StreamPosition.of(id), () -> disconnect(response))
                        .map(bytes -> buffer(response, bytes)));
    }

    private static Mono<DataBuffer> buffer(ServerHttpResponse response, ByteBuffer bytes) {
        return Mono.just(response.bufferFactory().wrap(bytes));
    }

    private static @Nullable String lastEventId(ServerHttpRequest request) {
        var header = request.getHeaders().getFirst("Last-Event-ID");
        return header != null ? header : request.getQueryParams().getFirst(LAST_EVENT_ID);
    }

    /** An answer cannot be ended in order while the network takes nothing of it. */
    private static void disconnect(ServerHttpResponse response) {
        var inner = response;
        while (inner instanceof ServerHttpResponseDecorator decorator) {
            inner = decorator.getDelegate();
        }
        if (inner instanceof AbstractServerHttpResponse http
                && http.getNativeResponse() instanceof HttpServerResponse server) {
            server.withConnection(Connection::dispose);
        }
    }
}
