package potstats2.api.web;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;

/** Answers where every API is, and in whose time. */
final class IndexHandler implements WebHandler {
    private final List<String> names;
    private final Supplier<String> timeZone;
    private final AnswerWriter writer;

    IndexHandler(List<String> names, Supplier<String> timeZone, AnswerWriter writer) {
        this.names = List.copyOf(names);
        this.timeZone = timeZone;
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return ApiHandler.METHODS.contains(method)
                ? writer.write(exchange, writer.encode(ApiIndex.of(names, timeZone.get(), exchange.getRequest())))
                : Mono.error(new MethodNotAllowedException(method, ApiHandler.METHODS));
    }
}
