package potstats2.crawler.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import potstats2.events.Checkpoint.Pause;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Holds requests back while an operator wants the forum to be left alone. Thread-safe. */
public final class PauseSwitch {

    private final Queue<MonoSink<Void>> waiting = new ArrayDeque<>();
    private @Nullable Pause newest;

    /** Holds requests back or lets them go on, unless a newer pause is known: they may come in any order. */
    public void set(Pause pause) {
        Queue<MonoSink<Void>> released;
        synchronized (this) {
            if (newest != null && !pause.at().isAfter(newest.at())) {
                return;
            }
            newest = pause;
            released = pause.paused() ? new ArrayDeque<>() : releaseAll();
        }
        released.forEach(MonoSink::success);
    }

    /** Forgets the newest pause: another crawler is the leader. */
    public void forget() {
        Queue<MonoSink<Void>> released;
        synchronized (this) {
            newest = null;
            released = releaseAll();
        }
        released.forEach(MonoSink::success);
    }

    private Queue<MonoSink<Void>> releaseAll() {
        var released = new ArrayDeque<>(waiting);
        waiting.clear();
        return released;
    }

    /** Since when requests are held back; empty where they pass. */
    public synchronized Optional<Instant> pausedSince() {
        return Optional.ofNullable(newest).filter(Pause::paused).map(Pause::at);
    }

    /** Completes when requests may pass. */
    public Mono<Void> passable() {
        return Mono.create(this::pass);
    }

    private void pass(MonoSink<Void> sink) {
        synchronized (this) {
            if (pausedSince().isPresent()) {
                waiting.add(sink);
                sink.onCancel(() -> leave(sink));
                return;
            }
        }
        sink.success();
    }

    private synchronized void leave(MonoSink<Void> sink) {
        waiting.remove(sink);
    }
}
