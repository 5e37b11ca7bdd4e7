package potstats2.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import potstats2.simulator.forum.Dice;

/** Decides which request meets which fault: the same address, asked for the same number of times, meets the same. */
final class FaultPlan {

    private static final int MOST_IN_A_ROW = 2;

    private final long seed;
    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();
    private volatile Faults faults;

    /** How often an address was asked for, and how many of the last answers were faults. */
    private record Attempts(int made, int failedInARow) {

        static final Attempts NONE = new Attempts(0, 0);
    }

    /** What happens in place of a proper answer. */
    enum Fault {
        NONE,
        SERVER_ERROR,
        UNAVAILABLE,
        SLOW,
        RESET,
        TRUNCATED,
        HTML
    }

    FaultPlan(long seed, Faults faults) {
        this.seed = seed;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    void change(Faults other) {
        faults = other;
    }

    Fault next(String uri) {
        var now = faults;
        if (now.isNone()) {
            return Fault.NONE;
        }
        var before = attempts.getOrDefault(uri, Attempts.NONE);
        var dice = new Dice(seed, Dice.Purpose.FAULT, uri.hashCode() * 31L + before.made());
        var fault = before.failedInARow() < MOST_IN_A_ROW ? fault(now, dice.unit()) : Fault.NONE;
        boolean failed = fault != Fault.NONE && fault != Fault.SLOW;
        attempts.put(uri, new Attempts(before.made() + 1, failed ? before.failedInARow() + 1 : 0));
        return fault;
    }

    private static Fault fault(Faults faults, double chance) {
        double rest = chance - faults.serverError();
        if (rest < 0) {
            return Fault.SERVER_ERROR;
        }
        rest -= faults.unavailable();
        if (rest < 0) {
            return Fault.UNAVAILABLE;
        }
        rest -= faults.slow();
        if (rest < 0) {
            return Fault.SLOW;
        }
        rest -= faults.reset();
        if (rest < 0) {
            return Fault.RESET;
        }
        rest -= faults.truncated();
        if (rest < 0) {
            return Fault.TRUNCATED;
        }
        return rest < faults.html() ? Fault.HTML : Fault.NONE;
    }
}
