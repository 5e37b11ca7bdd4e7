package potstats2.crawler.publish;

import java.util.ArrayDeque;
import java.util.Queue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** A bound on what is in flight: who comes when it is reached waits its turn. Thread-safe. */
final class Slots {

    private final Queue<MonoSink<Void>> waiting = new ArrayDeque<>();
    private int free;

    Slots(int number) {
        free = number;
    }

    /** Completes once there is room. */
    Mono<Void> acquire() {
        return Mono.create(this::enter);
    }

    private void enter(MonoSink<Void> sink) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(sink);
                return;
            }
            free--;
        }
        sink.success();
    }

    void release() {
        MonoSink<Void> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
                return;
            }
        }
        next.success();
    }
}
