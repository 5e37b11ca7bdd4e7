package potstats2.api.cache;

import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How often the cache was emptied by hand; instances that share a Redis learn it from there within a second. */
final class CacheEpoch implements SmartLifecycle {
    private static final String KEY = "potstats2:epoch";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final @Nullable RedisLink redis;
    private final AtomicLong current = new AtomicLong();
    private volatile @Nullable Disposable following;

    CacheEpoch(@Nullable RedisLink redis) {
        this.redis = redis;
        if (redis != null) {
            redis.first(this::read);
        }
    }

    long current() {
        return current.get();
    }

    /** What is in the cache now will not be found any more. */
    Mono<Void> advance() {
        return redis == null
                ? Mono.fromRunnable(current::incrementAndGet)
                : redis.tell(commands -> commands.incr(KEY))
                        .switchIfEmpty(Mono.fromSupplier(() -> current.get() + 1))
                        .doOnNext(current::set)
                        .then();
    }

    private Mono<Void> read(RedisReactiveCommands<String, byte[]> commands) {
        return commands.get(KEY)
                .doOnNext(value -> current.set(Long.parseLong(new String(value, StandardCharsets.US_ASCII))))
                .then();
    }

    @Override
    public void start() {
        following = redis == null
                ? Flux.never().subscribe()
                : Flux.interval(INTERVAL)
                        .onBackpressureDrop()
                        .concatMap(tick -> redis.ask(this::read), 1)
                        .subscribe();
    }

    @Override
    public void stop() {
        var running = following;
        following = null;
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }
}
