package potstats2.ingest.tables;

import io.r2dbc.spi.Readable;
import java.util.Objects;

/** Reads columns that are never null. */
final class Fields {

    private Fields() {}

    static <T> T field(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static long number(Readable row, String column) {
        return field(row, column, Long.class);
    }

    static boolean flag(Readable row, String column) {
        return field(row, column, Boolean.class);
    }
}
