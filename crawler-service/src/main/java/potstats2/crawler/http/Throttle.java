package potstats2.crawler.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/** Lets a number of requests be under way at once, first come first served, with a pause after each. */
final class Throttle {

    private final Duration pause;
    private final Scheduler scheduler;
    private final Queue<MonoSink<Boolean>> waiting = new ArrayDeque<>();
    private int free;

    Throttle(int inFlight, Duration pause, Scheduler scheduler) {
        this.free = inFlight;
        this.pause = pause;
        this.scheduler = scheduler;
    }

    /** The request, once its turn has come. */
    <T> Mono<T> pass(Mono<T> request) {
        return Mono.usingWhen(
                Mono.create(this::enter),
                turn -> request,
                turn -> leave(),
                (turn, failure) -> leave(),
                turn -> leave());
    }

    private void enter(MonoSink<Boolean> sink) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(sink);
                sink.onCancel(() -> forget(sink));
                return;
            }
            free--;
        }
        sink.success(true);
    }

    private synchronized void forget(MonoSink<Boolean> sink) {
        waiting.remove(sink);
    }

    /** The answer does not wait for the pause. */
    private Mono<Void> leave() {
        return Mono.fromRunnable(() -> {
            if (pause.isZero()) {
                next();
            } else {
                var unused = scheduler.schedule(this::next, pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        });
    }

    private void next() {
        MonoSink<Boolean> sink;
        synchronized (this) {
            sink = waiting.poll();
            if (sink == null) {
                free++;
                return;
            }
        }
        sink.success(true);
    }
}
