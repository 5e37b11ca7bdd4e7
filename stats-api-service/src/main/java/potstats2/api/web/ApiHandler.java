package potstats2.api.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers GET requests of one path with JSON, or a file. */
final class ApiHandler implements WebHandler {
    private static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final Function<ServerWebExchange, Mono<?>> answer;

    ApiHandler(JsonMapper json, Function<ServerWebExchange, Mono<?>> answer) {
        this.json = json;
        this.answer = answer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            return Mono.error(new MethodNotAllowedException(method, METHODS));
        }
        return Mono.defer(() -> answer.apply(exchange)).flatMap(body -> write(exchange, body));
    }

    private Mono<Void> write(ServerWebExchange exchange, Object answer) {
        if (answer instanceof CsvFile csv) {
            exchange.getResponse()
                    .getHeaders()
                    .setContentDisposition(
                            ContentDisposition.attachment().filename(csv.name()).build());
            return write(exchange, CSV, csv.text().getBytes(StandardCharsets.UTF_8));
        }
        return write(exchange, MediaType.APPLICATION_JSON, json.writeValueAsBytes(answer));
    }

    private static Mono<Void> write(ServerWebExchange exchange, MediaType type, byte[] body) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.OK);
        response.getHeaders().setContentType(type);
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
