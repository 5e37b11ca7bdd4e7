package potstats2.api.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Gives answers that were given before: from this process, or from Redis where there is one. A key says all that an
 * answer depends on, so that none is ever wrong: what is refreshed is asked for under another key.
 *
 * <p>The generation in the key is what the database said before the answer was computed: an answer may be newer than its
 * key, never older.
 */
public final class AnswerCache {
    private final SoftwareVersion version;
    private final CurrentGenerations generations;
    private final CacheEpoch epoch;
    private final @Nullable RedisAnswers redis;
    private final Clock clock;
    private final Cache<String, Answer> memory;
    private final Map<String, Mono<Answer>> underway = new ConcurrentHashMap<>();
    private final Counter hits;
    private final Counter misses;

    AnswerCache(
            SoftwareVersion version,
            CacheSettings settings,
            CurrentGenerations generations,
            CacheEpoch epoch,
            @Nullable RedisAnswers redis,
            Clock clock,
            MeterRegistry registry) {
        this.version = version;
        this.generations = generations;
        this.epoch = epoch;
        this.redis = redis;
        this.clock = clock;
        this.memory = Caffeine.newBuilder()
                .maximumWeight(settings.memory())
                .<String, Answer>weigher((key, answer) -> key.length() + answer.weight())
                .expireAfterWrite(settings.timeToLive())
                .executor(Runnable::run)
                .build();
        this.hits = lookups(registry, "hit");
        this.misses = lookups(registry, "miss");
    }

    private static Counter lookups(MeterRegistry registry, String result) {
        return Counter.builder("potstats2.api.cache.lookups")
                .description("Answers that were found in the cache, and that had to be computed")
                .tag("result", result)
                .register(registry);
    }

    /**
     * The answer to a question; computed at most once at a time in this process, however many ask.
     *
     * @param compute asks the database
     */
    public Mono<Answer> find(Question question, ApiCounters counters, Supplier<Mono<Answer>> compute) {
        var known = generations.find();
        if (known == null) {
            return compute.get();
        }
        var key = key(question, known);
        var present = memory.getIfPresent(key);
        if (present != null) {
            found(counters);
            return Mono.just(present);
        }
        return underway.computeIfAbsent(
                key,
                any -> load(key, counters, compute)
                        .doOnNext(answer -> memory.put(key, answer))
                        .doFinally(end -> underway.remove(key))
                        .cache()); // and nobody who goes away ends it for the others
    }

    private Mono<Answer> load(String key, ApiCounters counters, Supplier<Mono<Answer>> compute) {
        var computed = Mono.defer(compute).doFirst(() -> missed(counters)).doOnNext(counters::kept);
        return redis == null
                ? computed
                : redis.find(key)
                        .doOnNext(answer -> found(counters))
                        .switchIfEmpty(computed.delayUntil(answer -> redis.keep(key, answer)));
    }

    private void found(ApiCounters counters) {
        counters.found();
        hits.increment();
    }

    private void missed(ApiCounters counters) {
        counters.missed();
        misses.increment();
    }

    /** By whose days is counted, where the database has said so. */
    public Optional<String> timeZone() {
        return Optional.ofNullable(generations.find()).map(Generations::timeZone);
    }

    /** Forgets everything, here at once, in other instances within a second. */
    public Mono<Void> invalidate() {
        return epoch.advance()
                .then(Mono.fromRunnable(() -> memory.invalidateAll()))
                .then(redis == null ? Mono.empty() : redis.forget());
    }

    /** Also the day is part of it: some numbers are per day until today. */
    private String key(Question question, Generations known) {
        return version.build()
                + '|'
                + epoch.current()
                + '|'
                + known.database()
                + '|'
                + known.dayOf(clock.instant())
                + '|'
                + question.api()
                + '?'
                + question.query()
                + '|'
                + known.of(question.year(), question.bid());
    }
}
