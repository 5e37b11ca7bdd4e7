package potstats2.api.database;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads columns that are never null. */
public final class Columns {

    private Columns() {}

    /** A column of any whole-number type. */
    public static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    /** A column of type {@code double precision}. */
    public static double fraction(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Double.class), column);
    }

    /** A column of type {@code text}. */
    public static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    /** A column of type {@code date}. */
    public static LocalDate day(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, LocalDate.class), column);
    }

    /** A column of type {@code timestamptz}. */
    public static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    /** A column of type {@code text[]}. */
    public static List<String> texts(Readable row, String column) {
        return Arrays.asList(Objects.requireNonNull(row.get(column, String[].class), column));
    }
}
