package potstats2.benchmark.report;

import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param values at least one
 */
public record Samples(List<Double> values) {

    public Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    /** Of an even number the mean of the two in the middle. */
    public double median() {
        var middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    public double min() {
        return values.get(0);
    }

    public double max() {
        return values.get(values.size() - 1);
    }

    /**
     * The smallest value that so many are not larger than.
     *
     * @param percent above 0, at most 100
     */
    public double percentile(double percent) {
        return values.get((int) Math.ceil(percent / 100 * values.size()) - 1);
    }

    /** E.g. {@code 3 times, 1.2 to 1.4}. */
    public String spread() {
        return values.size() + " times, " + Figure.number(min()) + " to " + Figure.number(max());
    }
}
