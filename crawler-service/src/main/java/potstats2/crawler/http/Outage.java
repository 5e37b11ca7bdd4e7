package potstats2.crawler.http;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.http.ForumHttp.AnswerException;
import reactor.core.publisher.Mono;

/**
 * The circuit breaker. A page that keeps failing says little: it may be the page, it may be the forum. So a request that
 * never fails while the forum is alive decides; while that fails, nothing else is asked.
 */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final Mono<?> probe;
    private final Backoff backoff;
    private final Consumer<Boolean> paused;
    private @Nullable Mono<Boolean> current;

    /**
     * A closed breaker.
     *
     * @param probe one attempt of a request that shows whether the forum is alive
     * @param backoff the wait between probes
     * @param paused told when the forum is found down and when it is back
     */
    Outage(Mono<?> probe, Backoff backoff, Consumer<Boolean> paused) {
        this.probe = probe;
        this.backoff = backoff;
        this.paused = paused;
    }

    /** Completes when requests may be sent: at once, or when the forum is back. */
    Mono<Void> passable() {
        return Mono.defer(() -> {
            var running = running();
            return running == null ? Mono.empty() : running.then();
        });
    }

    /** Finds out whether the forum is down and waits until it is not; true if it was. */
    Mono<Boolean> confirm() {
        return Mono.defer(this::join);
    }

    private synchronized @Nullable Mono<Boolean> running() {
        return current;
    }

    private synchronized Mono<Boolean> join() {
        if (current == null) {
            current = Mono.defer(() -> attempt(1)).doOnTerminate(this::closed).cache();
        }
        return current;
    }

    private synchronized void closed() {
        current = null;
    }

    private Mono<Boolean> attempt(int number) {
        return probe.<Boolean>map(answer -> number > 1)
                .defaultIfEmpty(number > 1)
                .doOnNext(this::back)
                .onErrorResume(TransientException.class, failure -> retry(number, failure))
                .onErrorReturn(AnswerException.class, number > 1);
    }

    private void back(boolean wasDown) {
        if (wasDown) {
            log.info("The forum answers again");
            paused.accept(false);
        }
    }

    private Mono<Boolean> retry(int number, TransientException failure) {
        if (number == 1) {
            log.warn("The forum does not answer, pausing: {}", failure.getMessage());
            paused.accept(true);
        }
        return Mono.delay(backoff.after(number)).then(Mono.defer(() -> attempt(number + 1)));
    }
}
