package potstats2.crawler.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import potstats2.crawler.source.RequestKind;

/** How many requests were sent to the forum since the process started, and how long they took. Thread-safe. */
public final class RequestCounts {

    private final Map<RequestKind, LongAdder> sent = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, LongAdder> read = new EnumMap<>(RequestKind.class);
    private final LongAdder failed = new LongAdder();
    private final MeterRegistry registry;
    private final Timer waits;

    /** Nothing counted yet. */
    public RequestCounts(MeterRegistry registry) {
        this.registry = registry;
        waits = Timer.builder("potstats2.crawler.throttle.wait")
                .description("How long requests wait for their turn")
                .register(registry);
        for (var kind : RequestKind.values()) {
            sent.put(kind, new LongAdder());
            read.put(kind, new LongAdder());
        }
    }

    /** A request that is under way. */
    final class Request {
        private final RequestKind kind;
        private final Timer.Sample since = Timer.start(registry);
        private volatile String status = "none";

        private Request(RequestKind kind) {
            this.kind = kind;
        }

        /** The head of the answer has come. */
        void answered(int statusCode) {
            status = Integer.toString(statusCode);
        }

        /** The answer has come in full, or will not. */
        void ended() {
            since.stop(Timer.builder("potstats2.crawler.request")
                    .description(
                            "Requests to the forum by what is asked and the status of the answer, none where it never came")
                    .tag("kind", kind.tag())
                    .tag("status", status)
                    .register(registry));
        }
    }

    Request begin(RequestKind kind) {
        return new Request(kind);
    }

    /** A request that waits for its turn; to be run when it has come. */
    Runnable waiting() {
        var since = Timer.start(registry);
        return () -> since.stop(waits);
    }

    void sent(RequestKind kind) {
        counter(sent, kind).increment();
    }

    void read(RequestKind kind) {
        counter(read, kind).increment();
    }

    void failed() {
        failed.increment();
    }

    /** Requests of one kind, repetitions included. */
    public long sentOf(RequestKind kind) {
        return counter(sent, kind).sum();
    }

    /** Pages of one kind that were read and understood. */
    public long readOf(RequestKind kind) {
        return counter(read, kind).sum();
    }

    /** All requests, repetitions included. */
    public long sentInAll() {
        return sent.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Requests that failed and were worth repeating. */
    public long failedTransiently() {
        return failed.sum();
    }

    private static LongAdder counter(Map<RequestKind, LongAdder> counters, RequestKind kind) {
        return Objects.requireNonNull(counters.get(kind));
    }
}
