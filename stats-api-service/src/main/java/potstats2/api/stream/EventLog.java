package potstats2.api.stream;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The events of the last minutes, as a chain that readers follow at their own pace: nobody has a buffer of their own.
 * One writer at a time; readers need no lock.
 */
final class EventLog {
    private final Duration history;
    private final long maxBytes;
    /** Before the oldest event. */
    private Link oldest = new Link(null);

    private volatile Link newest = oldest;
    private volatile StreamPosition end = StreamPosition.START;
    private volatile @Nullable StreamEvent lastProgress;
    private long bytes;

    /** A place in the chain: its event, and what came after it. */
    static final class Link {
        final @Nullable StreamEvent event;
        final long appendedAt = System.nanoTime();
        volatile @Nullable Link next;

        private Link(@Nullable StreamEvent event) {
            this.event = event;
        }
    }

    EventLog(Duration history, long maxBytes) {
        this.history = history;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds an event.
     *
     * @param own what somebody has who has only this event
     */
    synchronized void append(String type, byte[] json, Instant at, StreamPosition own) {
        if (end.covers(own)) {
            restart();
        }
        end = end.with(own);
        var event = new StreamEvent(type, json, at, own, end);
        var link = new Link(event);
        bytes += event.size();
        newest.next = link;
        newest = link;
        if (event.isProgress()) {
            lastProgress = event;
        }
        forgetBefore(Instant.MIN);
    }

    /** A topic counts from its beginning again: what is kept has positions that now mean something else. */
    private void restart() {
        oldest = newest;
        bytes = 0;
        end = StreamPosition.START;
    }

    /** Forgets what is too old or too much. */
    synchronized void forget(Instant now) {
        forgetBefore(now.minus(history));
    }

    private void forgetBefore(Instant time) {
        for (var next = oldest.next; next != null; next = oldest.next) {
            var event = next.event;
            if (event != null) {
                if (bytes <= maxBytes && !event.at().isBefore(time)) {
                    return;
                }
                bytes -= event.size();
            }
            oldest = next;
        }
    }

    synchronized Link beforeOldest() {
        return oldest;
    }

    Link newest() {
        return newest;
    }

    StreamPosition end() {
        return end;
    }

    @Nullable
    StreamEvent lastProgress() {
        return lastProgress;
    }
}
