package potstats2.runtime.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was meant. */
final class Spelling {
    private Spelling() {}

    /**
     * The name with the fewest letters to insert, leave out or exchange.
     *
     * @param names not empty
     */
    static String nearest(String misspelt, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(misspelt, name)))
                .orElseThrow();
    }

    private static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var exchanged = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(exchanged, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
