package potstats2.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import potstats2.api.database.DatabaseAvailability;
import potstats2.api.request.RequestRefusedException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever went wrong into an answer that says what the client can do about it, and nothing internal. */
@Component
@Order(-2) // before Spring Boot's own at -1
class ErrorAnswers implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String SECONDS_UNTIL_RETRY = "5";

    private final JsonMapper json;

    ErrorAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (failure instanceof RequestRefusedException refused) {
            return write(exchange, HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
        }
        if (failure instanceof MethodNotAllowedException notAllowed) {
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.ALLOW,
                            notAllowed.getSupportedMethods().stream()
                                    .map(HttpMethod::name)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (failure instanceof ResponseStatusException status) {
            return write(exchange, status.getStatusCode(), textOf(status.getStatusCode()));
        }
        if (DatabaseAvailability.isAway(failure)) {
            log.warn(
                    "{}: no answer from the database: {}", exchange.getRequest().getPath(), failure.toString());
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
            return write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "The database is away, try again later");
        }
        log.error("{}: no answer", exchange.getRequest().getPath(), failure);
        return write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, textOf(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, String text) {
        var response = exchange.getResponse();
        var body = json.writeValueAsBytes(new Failure(text));
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setContentLength(body.length);
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static String textOf(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return status == null ? "Error " + code.value() : status.getReasonPhrase();
    }

    /** The body of every error. */
    @JsonInclude
    private record Failure(String error) {}
}
