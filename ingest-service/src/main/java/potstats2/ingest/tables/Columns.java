package potstats2.ingest.tables;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays, one a column, that a statement unnests. */
final class Columns {

    private Columns() {}

    static <R> @Nullable Long[] longs(Collection<R> rows, Function<R, @Nullable Long> column) {
        return array(rows, column, Long[]::new);
    }

    static <R> @Nullable Integer[] ints(Collection<R> rows, Function<R, @Nullable Integer> column) {
        return array(rows, column, Integer[]::new);
    }

    static <R> @Nullable Boolean[] flags(Collection<R> rows, Function<R, @Nullable Boolean> column) {
        return array(rows, column, Boolean[]::new);
    }

    static <R> @Nullable String[] texts(Collection<R> rows, Function<R, @Nullable String> column) {
        return array(rows, column, String[]::new);
    }

    /** Instants as microseconds since 1970, which cost PostgreSQL and the driver far less than text. */
    static <R> @Nullable Long[] micros(Collection<R> rows, Function<R, @Nullable Instant> column) {
        return array(rows, row -> micros(column.apply(row)), Long[]::new);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null
                ? null
                : (Long) Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), 1_000_000), instant.getNano() / 1_000);
    }

    /** Lists of texts as array literals: PostgreSQL's arrays of arrays are rectangular. */
    static <R> @Nullable String[] lists(Collection<R> rows, Function<R, List<String>> column) {
        return array(rows, row -> literal(column.apply(row)), String[]::new);
    }

    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\",\"", texts.isEmpty() ? "{" : "{\"", texts.isEmpty() ? "}" : "\"}"));
    }

    private static <R, T> @Nullable T[] array(
            Collection<R> rows, Function<R, @Nullable T> column, IntFunction<@Nullable T[]> type) {
        return rows.stream().map(column).toArray(type);
    }
}
