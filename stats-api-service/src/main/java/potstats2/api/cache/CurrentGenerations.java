package potstats2.api.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import potstats2.api.ApiSettings;
import potstats2.api.feed.SystemEventListener;
import potstats2.events.StatsRefreshed;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps up with what is refreshed: reads it when there is news of it, and every few seconds where Kafka is away. While
 * the database is away the last known ones hold, for nothing can be refreshed then.
 */
@Component
class CurrentGenerations implements SystemEventListener, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CurrentGenerations.class);
    private static final Duration UNTIL_REPLICA_FOLLOWS = Duration.ofMillis(50);
    private static final int TRIES = 20;

    private final GenerationsReader reader;
    private final CacheSettings settings;
    private final Duration queryTimeout;
    private final Sinks.Many<Long> news = Sinks.many().multicast().directBestEffort();
    private final AtomicLong announced = new AtomicLong();
    private volatile @Nullable Generations current;
    private volatile @Nullable Disposable following;

    CurrentGenerations(GenerationsReader reader, CacheSettings settings, ApiSettings api) {
        this.reader = reader;
        this.settings = settings;
        this.queryTimeout = api.queryTimeout();
    }

    /** Null while they were never read. */
    @Nullable
    Generations find() {
        return current;
    }

    @Override
    public void refreshed(StatsRefreshed refreshed, long offset) {
        announced.set(refreshed.generation());
        news.tryEmitNext(refreshed.generation());
    }

    @Override
    public void start() {
        following = Flux.merge(Flux.interval(Duration.ZERO, settings.generationsInterval()), news.asFlux())
                .onBackpressureLatest()
                .concatMap(any -> update(), 1)
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

    private Mono<Void> update() {
        return Mono.defer(() -> reader.read(current))
                .timeout(queryTimeout)
                .doOnNext(read -> current = read)
                .repeatWhen(rounds ->
                        rounds.take(TRIES).takeWhile(any -> lagsBehindNews()).delayElements(UNTIL_REPLICA_FOLLOWS))
                .doOnError(failure -> log.debug("Refreshed parts are unknown for now: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }

    private boolean lagsBehindNews() {
        var known = current;
        return known != null && known.isBefore(announced.get());
    }
}
