package potstats2.api.web;

import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import potstats2.api.cache.Answer;
import potstats2.api.cache.AnswerCache;
import potstats2.api.cache.ApiCounters;
import potstats2.api.cache.Question;
import potstats2.api.request.Arguments;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers GET requests of one API. */
final class ApiHandler implements WebHandler {
    static final List<HttpMethod> METHODS = List.of(HttpMethod.GET, HttpMethod.HEAD);
    /** A parameter of every API: the answer is computed whatever the cache has. */
    private static final String NO_CACHE = "nocache";

    private final Api api;
    private final AnswerCache cache;
    private final AnswerWriter writer;
    private final ApiCounters counters;
    private final Duration timeout;

    /** @param timeout how long an answer may take to compute, all told */
    ApiHandler(Api api, AnswerCache cache, AnswerWriter writer, ApiCounters counters, Duration timeout) {
        this.api = api;
        this.cache = cache;
        this.writer = writer;
        this.counters = counters;
        this.timeout = timeout;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        counters.asked();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> count(exchange.getResponse())));
        var method = exchange.getRequest().getMethod();
        return METHODS.contains(method)
                ? Mono.defer(() -> answer(exchange))
                : Mono.error(new MethodNotAllowedException(method, METHODS));
    }

    private Mono<Void> answer(ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        var arguments = Arguments.read(query, api.parameters());
        return api.isCacheable() && !query.containsKey(NO_CACHE)
                ? cache.find(question(arguments), counters, () -> compute(arguments, writer::encode))
                        .flatMap(answer -> writer.write(exchange, answer))
                : compute(arguments, answer -> writer.encodeFor(exchange, answer))
                        .flatMap(answer -> writer.writeFresh(exchange, answer));
    }

    private Question question(Arguments arguments) {
        var scope = api.scope(arguments);
        return new Question(api.name(), arguments.query(), scope.firstYear(), scope.lastYear(), scope.bid());
    }

    /**
     * Encodes and compresses away from the threads that serve connections. The request's observation is left out of the
     * query: it would be opened and closed again for every row.
     */
    private Mono<Answer> compute(Arguments arguments, Function<Object, Answer> encode) {
        return Mono.defer(() -> api.answer(arguments))
                .contextWrite(context -> context.delete(ObservationThreadLocalAccessor.KEY))
                .timeout(timeout)
                .publishOn(Schedulers.parallel())
                .map(encode);
    }

    private void count(ServerHttpResponse response) {
        var status = response.getStatusCode();
        counters.answered(
                status == null ? 200 : status.value(),
                Math.max(0, response.getHeaders().getContentLength()));
    }
}
