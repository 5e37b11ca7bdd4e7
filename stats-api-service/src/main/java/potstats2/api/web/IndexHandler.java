package potstats2.api.web;

import java.util.List;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Answers where every API is. */
final class IndexHandler implements WebHandler {
    private final List<String> names;
    private final AnswerWriter writer;

    IndexHandler(List<String> names, AnswerWriter writer) {
        this.names = List.copyOf(names);
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return ApiHandler.METHODS.contains(method)
                ? writer.write(exchange, writer.encode(ApiIndex.of(names, exchange.getRequest())))
                : Mono.error(new MethodNotAllowedException(method, ApiHandler.METHODS));
    }
}
