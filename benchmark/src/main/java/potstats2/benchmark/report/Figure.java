package potstats2.benchmark.report;

import java.util.Locale;

/**
 * A number with its unit.
 *
 * @param unit as it stands behind the number
 */
public record Figure(double value, String unit) {
    private static final double NO_DECIMALS_FROM = 100;
    private static final double ONE_DECIMAL_FROM = 10;

    /** With as many digits as are worth reading. */
    @Override
    public String toString() {
        return number(value) + " " + unit;
    }

    static String number(double value) {
        var size = Math.abs(value);
        var isWhole = size == Math.rint(size);
        var format = isWhole || size >= NO_DECIMALS_FROM ? "%,.0f" : size >= ONE_DECIMAL_FROM ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
