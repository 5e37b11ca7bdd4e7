package potstats2.benchmark.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a figure should be.
 *
 * @param kind what is compared with the bound
 * @param bound which it must reach, or not pass
 */
public record Goal(Kind kind, double bound) {

    /** What is compared with the bound. */
    private enum Kind {
        EXACTLY,
        AT_LEAST,
        AT_MOST,
        SHARE_AT_LEAST,
        SHARE_AT_MOST
    }

    /** In the figure's own unit. */
    public static Goal exactly(double bound) {
        return new Goal(Kind.EXACTLY, bound);
    }

    /** In the figure's own unit. */
    public static Goal atLeast(double bound) {
        return new Goal(Kind.AT_LEAST, bound);
    }

    /** In the figure's own unit. */
    public static Goal atMost(double bound) {
        return new Goal(Kind.AT_MOST, bound);
    }

    /** As a share of the limit. */
    public static Goal shareAtLeast(double bound) {
        return new Goal(Kind.SHARE_AT_LEAST, bound);
    }

    /** As a share of the limit. */
    public static Goal shareAtMost(double bound) {
        return new Goal(Kind.SHARE_AT_MOST, bound);
    }

    boolean isMetBy(double value, @Nullable Double ratio) {
        return switch (kind) {
            case EXACTLY -> value == bound;
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case SHARE_AT_LEAST -> ratio != null && ratio >= bound;
            case SHARE_AT_MOST -> ratio != null && ratio <= bound;
        };
    }

    String text(String unit) {
        return switch (kind) {
            case EXACTLY -> "= " + new Figure(bound, unit);
            case AT_LEAST -> "≥ " + new Figure(bound, unit);
            case AT_MOST -> "≤ " + new Figure(bound, unit);
            case SHARE_AT_LEAST -> "≥ " + percent(bound);
            case SHARE_AT_MOST -> "≤ " + percent(bound);
        };
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
