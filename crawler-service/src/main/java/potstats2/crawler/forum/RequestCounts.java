package potstats2.crawler.forum;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were sent to the forum since the process started. Thread-safe. */
public final class RequestCounts {

    private final Map<RequestKind, LongAdder> sent = new EnumMap<>(RequestKind.class);
    private final LongAdder failed = new LongAdder();

    /** Nothing counted yet. */
    public RequestCounts() {
        for (var kind : RequestKind.values()) {
            sent.put(kind, new LongAdder());
        }
    }

    void sent(RequestKind kind) {
        counter(kind).increment();
    }

    void failed() {
        failed.increment();
    }

    /** Requests of one kind, repetitions included. */
    public long sentOf(RequestKind kind) {
        return counter(kind).sum();
    }

    /** All requests, repetitions included. */
    public long sentInAll() {
        return sent.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Requests that failed and were worth repeating. */
    public long failedInPassing() {
        return failed.sum();
    }

    private LongAdder counter(RequestKind kind) {
        return java.util.Objects.requireNonNull(sent.get(kind));
    }
}
