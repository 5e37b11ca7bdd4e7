package potstats2.benchmark.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param row the row it belongs to, and what of it
 * @param ours the figure
 * @param limit what it is compared with, where there is such a thing
 * @param goal what it should be, where something was promised
 * @param note what one has to know to read it, empty where nothing
 */
public record Measured(
        String row,
        Figure ours,
        @Nullable Limit limit,
        @Nullable Goal goal,
        String note) {

    /** A figure that is compared with nothing yet. */
    public static Measured of(String row, double value, String unit) {
        return new Measured(row, new Figure(value, unit), null, null, "");
    }

    public Measured beside(String what, double value) {
        return new Measured(row, ours, new Limit(what, value), goal, note);
    }

    public Measured expecting(Goal other) {
        return new Measured(row, ours, limit, other, note);
    }

    public Measured noting(String text, Object... arguments) {
        return new Measured(row, ours, limit, goal, String.format(Locale.ROOT, text, arguments));
    }

    /** Of ours to the limit; absent without one. */
    @Nullable
    Double ratio() {
        return limit == null || limit.value() == 0 ? null : ours.value() / limit.value();
    }

    /** Absent where nothing was promised. */
    public @Nullable Boolean isMet() {
        return goal == null ? null : (Boolean) goal.isMetBy(ours.value(), ratio());
    }
}
