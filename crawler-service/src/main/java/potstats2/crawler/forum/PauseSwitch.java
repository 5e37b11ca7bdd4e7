package potstats2.crawler.forum;

import java.util.ArrayDeque;
import java.util.Queue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Holds requests back while an operator wants the forum to be left alone. Thread-safe. */
public final class PauseSwitch {

    private final Queue<MonoSink<Void>> waiting = new ArrayDeque<>();
    private boolean paused;

    /** From now on no request passes. */
    public synchronized void pause() {
        paused = true;
    }

    /** Lets those go on that wait, and all others. */
    public void resume() {
        Queue<MonoSink<Void>> released;
        synchronized (this) {
            paused = false;
            released = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        released.forEach(MonoSink::success);
    }

    /** Whether requests are held back. */
    public synchronized boolean isPaused() {
        return paused;
    }

    /** Completes when requests may pass. */
    public Mono<Void> passable() {
        return Mono.create(this::pass);
    }

    private void pass(MonoSink<Void> sink) {
        synchronized (this) {
            if (paused) {
                waiting.add(sink);
                sink.onCancel(() -> forget(sink));
                return;
            }
        }
        sink.success();
    }

    private synchronized void forget(MonoSink<Void> sink) {
        waiting.remove(sink);
    }
}
