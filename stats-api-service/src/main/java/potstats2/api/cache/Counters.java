package potstats2.api.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The counters of all APIs: those of all instances where Redis is there to add them up, those of this process elsewhere.
 * Nothing is sent per request; what Redis does not take is kept until it does.
 */
public final class Counters implements SmartLifecycle {
    private static final String KEY = "potstats2:counters";
    private static final String SEPARATOR = " ";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final @Nullable RedisLink redis;
    private final Map<String, ApiCounters> apis = new ConcurrentHashMap<>();
    /** Counted here but not yet in Redis, by API and counter. */
    private final Map<String, Long> unsent = new HashMap<>();

    private final Map<String, Long> own = new HashMap<>();
    private volatile @Nullable Disposable sending;

    Counters(@Nullable RedisLink redis) {
        this.redis = redis;
    }

    /** Those of one API. */
    public ApiCounters of(String api) {
        return apis.computeIfAbsent(api, any -> new ApiCounters());
    }

    /** All counters of an API's name, then a blank, then the counter's. */
    public Mono<Map<String, Long>> total() {
        collect();
        return redis == null ? Mono.fromSupplier(this::own) : stored(redis).switchIfEmpty(Mono.fromSupplier(this::own));
    }

    private Mono<Map<String, Long>> stored(RedisLink link) {
        return link.ask(commands -> commands.hgetall(KEY)
                        .collectMap(
                                entry -> entry.getKey(),
                                entry -> Long.parseLong(new String(entry.getValue(), StandardCharsets.US_ASCII))))
                .map(this::withUnsent);
    }

    private synchronized Map<String, Long> withUnsent(Map<String, Long> stored) {
        var all = new HashMap<>(stored);
        unsent.forEach((name, count) -> all.merge(name, count, Long::sum));
        return all;
    }

    private synchronized Map<String, Long> own() {
        return Map.copyOf(own);
    }

    private synchronized void collect() {
        apis.forEach((api, counters) -> counters.take().forEach((counter, count) -> {
            own.merge(api + SEPARATOR + counter, count, Long::sum);
            unsent.merge(api + SEPARATOR + counter, count, Long::sum);
        }));
    }

    private synchronized Map<String, Long> takeUnsent() {
        var taken = Map.copyOf(unsent);
        unsent.clear();
        return taken;
    }

    private synchronized void giveBack(String name, long count) {
        unsent.merge(name, count, Long::sum);
    }

    private Mono<Void> send(RedisLink link) {
        collect();
        return Flux.fromIterable(takeUnsent().entrySet())
                .flatMap(count -> link.tell(commands -> commands.hincrby(KEY, count.getKey(), count.getValue()))
                        .switchIfEmpty(Mono.fromRunnable(() -> giveBack(count.getKey(), count.getValue()))))
                .then();
    }

    @Override
    public void start() {
        sending = redis == null
                ? Flux.never().subscribe()
                : Flux.interval(INTERVAL)
                        .onBackpressureDrop()
                        .concatMap(tick -> send(redis), 1)
                        .subscribe();
    }

    @Override
    public void stop() {
        var running = sending;
        sending = null;
        if (running != null) {
            running.dispose();
        }
        if (redis != null) {
            send(redis).block(INTERVAL);
        }
    }

    @Override
    public boolean isRunning() {
        return sending != null;
    }
}
