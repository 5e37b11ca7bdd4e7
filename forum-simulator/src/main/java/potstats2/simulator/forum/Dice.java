package potstats2.simulator.forum;

/** Pseudo-random choices that depend on nothing but a seed, their purpose and what they are made for. */
public final class Dice {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed, Purpose purpose, long id) {
        state = mix(mix(seed + purpose.salt) + id * GOLDEN_RATIO);
    }

    /** What a choice is about, so that choices about the same thing do not depend on each other. */
    public enum Purpose {
        TIMELINE,
        GENERATION,
        LIVE,
        TRAFFIC,
        PID,
        TID,
        UID,
        CONTENT,
        BODY,
        TITLE,
        POST_DETAILS,
        EDIT,
        THREAD,
        REPLY_ESTIMATE,
        TAGS,
        PROFILE,
        MARKUP,
        FAULT,
        GAPS,
        GUEST;

        private final long salt = name().hashCode() * GOLDEN_RATIO;
    }

    /** An evenly distributed number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** An evenly distributed number from 0 inclusive to 1 exclusive. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Normally distributed around 0 with a standard deviation of about 1, never beyond 6. */
    double gaussian() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    String pick(String[] choices) {
        return choices[below(choices.length)];
    }

    private long next() {
        state += GOLDEN_RATIO;
        return mix(state);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
