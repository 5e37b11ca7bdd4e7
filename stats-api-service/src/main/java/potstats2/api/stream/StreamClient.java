package potstats2.api.stream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/** One listener and how far it has come. It gets as much as it asks for; what it has not asked for waits in the log. */
final class StreamClient {
    private static final ByteBuffer FIRST_BYTES = StreamEvent.comment("potstats2");
    private static final ByteBuffer HEARTBEAT = StreamEvent.comment("still here");

    private final EventStream stream;
    private final EventLog log;
    private final FluxSink<ByteBuffer> sink;
    private final Runnable disconnect;
    private final AtomicInteger drains = new AtomicInteger();
    /** What it has when it comes back, until it is level with the log. */
    private @Nullable StreamPosition has;

    private boolean begun;
    private volatile boolean heartbeatDue;
    private volatile EventLog.@Nullable Link reached;
    private volatile long lastTaken = System.nanoTime();

    StreamClient(
            EventStream stream,
            EventLog log,
            @Nullable StreamPosition has,
            FluxSink<ByteBuffer> sink,
            Runnable disconnect) {
        this.stream = stream;
        this.log = log;
        this.has = has;
        this.sink = sink;
        this.disconnect = disconnect;
    }

    void beat() {
        heartbeatDue = true;
    }

    /** Sends what there is, as far as the client asked for it; any thread, one at a time. */
    void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        var missed = 1;
        do {
            while (sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
                var bytes = next();
                if (bytes == null) {
                    break;
                }
                lastTaken = System.nanoTime();
                sink.next(bytes);
            }
            missed = drains.addAndGet(-missed);
        } while (missed != 0);
    }

    private @Nullable ByteBuffer next() {
        if (!begun) {
            begun = true;
            return FIRST_BYTES.duplicate();
        }
        if (reached == null && stream.isCaughtUp()) {
            var state = join();
            if (state != null) {
                return state;
            }
        }
        var event = nextEvent();
        if (event != null) {
            return event;
        }
        if (heartbeatDue) {
            heartbeatDue = false;
            return HEARTBEAT.duplicate();
        }
        return null;
    }

    /** Enters the log; who is here for the first time hears what the crawler is doing. */
    private @Nullable ByteBuffer join() {
        if (has != null) {
            has = has.within(log.end());
            reached = log.beforeOldest();
            return null;
        }
        reached = log.newest();
        var progress = log.lastProgress();
        return progress == null ? null : progress.bytes(log.end());
    }

    private @Nullable ByteBuffer nextEvent() {
        for (var link = following(); link != null; link = following()) {
            reached = link;
            var event = link.event;
            if (event != null && event.isNewTo(has)) {
                return bytes(event);
            }
        }
        return null;
    }

    private ByteBuffer bytes(StreamEvent event) {
        if (has == null) {
            return event.bytes();
        }
        var bytes = event.bytes(has);
        has = event.position().covers(has) ? null : has.with(event.position());
        return bytes;
    }

    private EventLog.@Nullable Link following() {
        var link = reached;
        return link == null ? null : link.next;
    }

    /** Whether it leaves events unread for longer than that. */
    boolean isStalled(Duration patience) {
        var next = following();
        var since = System.nanoTime() - patience.toNanos();
        return next != null && next.appendedAt - since < 0 && lastTaken - since < 0;
    }

    void disconnect() {
        disconnect.run();
    }

    void complete() {
        sink.complete();
    }
}
