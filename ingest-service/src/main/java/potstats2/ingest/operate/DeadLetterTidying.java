package potstats2.ingest.operate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes the dead letters away, once a minute, whose pages were read well since. */
final class DeadLetterTidying implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterTidying.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final DeadLetterBox deadLetters;
    private @Nullable Disposable running;

    DeadLetterTidying(DeadLetterBox deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(INTERVAL)
                .onBackpressureDrop()
                .concatMap(minute -> Mono.<Void>fromRunnable(deadLetters::tidy)
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorComplete(failure -> {
                            log.debug("Dead letters stay for now: {}", failure.toString());
                            return true;
                        }))
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
