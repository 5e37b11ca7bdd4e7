package potstats2.api.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One connection to one database of Redis, which never makes anybody wait: without connection there is no answer at
 * once, a slow answer is given up, and after some of these nothing is asked for a while.
 */
final class RedisLink implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration FIRST_CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final int CALLS_JUDGED = 10;
    private static final int FEWEST_CALLS_JUDGED = 3;
    private static final Duration REST = Duration.ofSeconds(2);

    private final RedisClient client;
    private final RedisURI address;
    private final Duration timeout;
    private final CircuitBreaker breaker;
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;
    private volatile @Nullable Disposable connecting;
    private volatile boolean refused;
    private volatile boolean running;
    private volatile Function<RedisReactiveCommands<String, byte[]>, Mono<Void>> onConnect = commands -> Mono.empty();

    /**
     * @param address of the server and the database
     * @param timeout how long an answer may take
     */
    RedisLink(RedisClient client, RedisURI address, Duration timeout) {
        this.client = client;
        this.address = address;
        this.timeout = timeout;
        this.breaker = CircuitBreaker.of(
                "redis-" + address.getDatabase(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_JUDGED)
                        .minimumNumberOfCalls(FEWEST_CALLS_JUDGED)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .ignoreExceptions(RedisCommandExecutionException.class) // it answers, if only to refuse
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> say(event.getStateTransition()));
    }

    /** What Redis says; nothing where it says nothing, in time or at all. */
    <T> Mono<T> ask(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> question) {
        var open = connection;
        return open == null || !open.isOpen() ? Mono.empty() : ask(question, open);
    }

    private <T> Mono<T> ask(
            Function<RedisReactiveCommands<String, byte[]>, Mono<T>> question,
            StatefulRedisConnection<String, byte[]> open) {
        return Mono.defer(() -> question.apply(open.reactive()))
                .timeout(timeout)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .doOnError(RedisCommandExecutionException.class, this::noteRefusal)
                .doOnError(failure -> log.debug("Redis: {}", failure.toString()))
                .onErrorComplete();
    }

    /** The same for what Redis is to keep: it may be full. */
    <T> Mono<T> tell(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> order) {
        return ask(commands -> order.apply(commands).doOnSuccess(done -> refused = false));
    }

    /** The same for what takes its time: no requests may depend on it. */
    <T> Mono<T> tellSlowly(Function<RedisReactiveCommands<String, byte[]>, Mono<T>> order, Duration patience) {
        var open = connection;
        return open == null || !open.isOpen()
                ? Mono.empty()
                : Mono.defer(() -> order.apply(open.reactive()))
                        .timeout(patience)
                        .doOnError(failure -> log.warn("Redis: {}", failure.toString()))
                        .onErrorComplete();
    }

    private void noteRefusal(RedisCommandExecutionException refusal) {
        if (!refused) {
            log.warn("Redis refuses: {}", refusal.getMessage());
        }
        refused = true;
    }

    private static void say(CircuitBreaker.StateTransition transition) {
        switch (transition) {
            case CLOSED_TO_OPEN -> log.info("Redis does not answer in time: asked every {} s only", REST.toSeconds());
            case HALF_OPEN_TO_CLOSED -> log.info("Redis answers in time again");
            default -> log.debug("Redis: {}", transition);
        }
    }

    /** In one word for operators. */
    State state() {
        var open = connection;
        if (open == null || !open.isOpen()) {
            return State.AWAY;
        }
        if (breaker.getState() != CircuitBreaker.State.CLOSED) {
            return State.SLOW;
        }
        return refused ? State.REFUSING : State.WORKING;
    }

    /** How Redis does. */
    enum State {
        WORKING,
        AWAY,
        SLOW,
        /** For example because it is full. */
        REFUSING
    }

    @Override
    public void start() {
        running = true;
        var codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
        connecting = Mono.defer(() -> Mono.fromCompletionStage(client.connectAsync(codec, address)))
                .doOnError(failure -> log.debug("Redis is away: {}", failure.toString()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_ATTEMPTS))
                .flatMap(this::keep)
                .subscribe();
    }

    /** What has to be known before anything else is asked; before the start. */
    void first(Function<RedisReactiveCommands<String, byte[]>, Mono<Void>> question) {
        onConnect = question;
    }

    /** From here on it reconnects by itself. */
    private Mono<Void> keep(StatefulRedisConnection<String, byte[]> open) {
        if (!running) {
            return Mono.fromFuture(open::closeAsync);
        }
        return onConnect.apply(open.reactive())
                .timeout(FIRST_CONNECT_TIMEOUT)
                .onErrorComplete()
                .then(Mono.fromRunnable(() -> {
                    log.info("Redis: connected to database {}", address.getDatabase());
                    connection = open;
                }));
    }

    @Override
    public void stop() {
        running = false;
        var attempt = connecting;
        if (attempt != null) {
            attempt.dispose();
        }
        var open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
