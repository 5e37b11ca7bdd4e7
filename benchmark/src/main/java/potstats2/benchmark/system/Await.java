package potstats2.benchmark.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions. */
public final class Await {
    private static final Duration POLL = Duration.ofMillis(10);

    private Await() {}

    /** Returns as soon as the condition holds, which is looked at a hundred times a second at most. */
    public static void until(String what, Duration patience, BooleanSupplier condition) throws TimeoutException {
        until(what, patience, POLL, condition);
    }

    /** The same for a condition that costs something to look at. */
    public static void until(String what, Duration patience, Duration poll, BooleanSupplier condition)
            throws TimeoutException {
        var unused = value(what, patience, poll, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the value as soon as there is one. */
    static <T> T value(String what, Duration patience, Supplier<Optional<T>> source) throws TimeoutException {
        return value(what, patience, POLL, source);
    }

    private static <T> T value(String what, Duration patience, Duration poll, Supplier<Optional<T>> source)
            throws TimeoutException {
        var deadline = System.nanoTime() + patience.toNanos();
        var value = source.get();
        while (value.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(poll.toNanos());
            value = source.get();
        }
        return value.get();
    }
}
