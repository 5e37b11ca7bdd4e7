package potstats2.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were made, by what they asked for, and how many of them were answered with a fault. */
public final class RequestCounts {

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    /** What a request asks for; {@link #FAULT} counts once more those that failed on purpose. */
    public enum Kind {
        BOARDS,
        BOARD,
        THREAD,
        TAGS,
        PROFILE,
        TRUTH,
        UNKNOWN,
        FAULT
    }

    RequestCounts() {
        for (var kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void add(Kind kind) {
        adder(kind).increment();
    }

    public long of(Kind kind) {
        return adder(kind).sum();
    }

    /** All requests to the forum, those answered with a fault included, {@code /truth} left out. */
    public long total() {
        return of(Kind.BOARDS) + of(Kind.BOARD) + of(Kind.THREAD) + of(Kind.TAGS) + of(Kind.PROFILE) + of(Kind.UNKNOWN);
    }

    public void reset() {
        counts.values().forEach(LongAdder::reset);
    }

    private LongAdder adder(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }
}
