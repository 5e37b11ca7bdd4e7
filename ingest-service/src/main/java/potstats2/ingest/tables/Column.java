package potstats2.ingest.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of the rows that a statement unnests, as an array of PostgreSQL, or that are copied; written in its binary
 * format, value by value as the rows give them. As text, arrays of posts would cost about as much to write and parse as
 * the rest of the insert.
 */
final class Column {
    private static final long MICROS_FROM_1970_TO_2000 =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
    private static final int NULL = -1;

    private final PostgresqlObjectId array;
    private final PostgresqlObjectId element;
    private final int size;
    private final ObjIntConsumer<ByteBuf> values;

    private <R> Column(
            PostgresqlObjectId array, PostgresqlObjectId element, Collection<R> rows, BiConsumer<ByteBuf, R> writer) {
        this.array = array;
        this.element = element;
        var list = List.copyOf(rows);
        size = list.size();
        values = (buffer, row) -> writer.accept(buffer, list.get(row));
    }

    static <R> Column longs(Collection<R> rows, ToLongFunction<R> column) {
        return new Column(
                PostgresqlObjectId.INT8_ARRAY,
                PostgresqlObjectId.INT8,
                rows,
                (buffer, row) -> writeLong(buffer, column.applyAsLong(row)));
    }

    static <R> Column longsOrNull(Collection<R> rows, Function<R, @Nullable Long> column) {
        return new Column(
                PostgresqlObjectId.INT8_ARRAY, PostgresqlObjectId.INT8, rows, orNull(column, Column::writeLong));
    }

    static <R> Column ints(Collection<R> rows, ToIntFunction<R> column) {
        return new Column(
                PostgresqlObjectId.INT4_ARRAY,
                PostgresqlObjectId.INT4,
                rows,
                (buffer, row) -> buffer.writeInt(Integer.BYTES).writeInt(column.applyAsInt(row)));
    }

    static <R> Column flags(Collection<R> rows, Predicate<R> column) {
        return new Column(
                PostgresqlObjectId.BOOL_ARRAY,
                PostgresqlObjectId.BOOL,
                rows,
                (buffer, row) -> buffer.writeInt(1).writeBoolean(column.test(row)));
    }

    static <R> Column texts(Collection<R> rows, Function<R, @Nullable String> column) {
        return new Column(
                PostgresqlObjectId.TEXT_ARRAY,
                PostgresqlObjectId.TEXT,
                rows,
                orNull(column, (buffer, text) -> writeBytes(buffer, text.getBytes(UTF_8))));
    }

    static <R> Column bytes(Collection<R> rows, Function<R, byte[]> column) {
        return new Column(
                PostgresqlObjectId.BYTEA_ARRAY,
                PostgresqlObjectId.BYTEA,
                rows,
                (buffer, row) -> writeBytes(buffer, column.apply(row)));
    }

    /** Cut to microseconds, as PostgreSQL keeps them. */
    static <R> Column instants(Collection<R> rows, Function<R, @Nullable Instant> column) {
        return new Column(
                PostgresqlObjectId.TIMESTAMPTZ_ARRAY,
                PostgresqlObjectId.TIMESTAMPTZ,
                rows,
                orNull(column, (buffer, instant) -> writeLong(buffer, micros(instant))));
    }

    /** Lists of texts as array literals: PostgreSQL's arrays of arrays are rectangular. */
    static <R> Column lists(Collection<R> rows, Function<R, List<String>> column) {
        return texts(rows, row -> literal(column.apply(row)));
    }

    private static <R, V> BiConsumer<ByteBuf, R> orNull(
            Function<R, @Nullable V> column, BiConsumer<ByteBuf, V> writer) {
        return (buffer, row) -> {
            var value = column.apply(row);
            if (value == null) {
                buffer.writeInt(NULL);
            } else {
                writer.accept(buffer, value);
            }
        };
    }

    private static long micros(Instant instant) {
        long seconds = Math.multiplyExact(instant.getEpochSecond(), 1_000_000);
        return Math.addExact(seconds, instant.getNano() / 1_000 - MICROS_FROM_1970_TO_2000);
    }

    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void writeLong(ByteBuf buffer, long value) {
        buffer.writeInt(Long.BYTES).writeLong(value);
    }

    private static void writeBytes(ByteBuf buffer, byte[] bytes) {
        buffer.writeInt(bytes.length).writeBytes(bytes);
    }

    int type() {
        return array.getObjectId();
    }

    void write(ByteBuf buffer) {
        buffer.writeInt(1) // dimension
                .writeInt(1) // may hold null
                .writeInt(element.getObjectId())
                .writeInt(size)
                .writeInt(1); // lower bound
        for (int row = 0; row < size; row++) {
            write(row, buffer);
        }
    }

    /** One value, behind its length. */
    void write(int row, ByteBuf buffer) {
        values.accept(buffer, row);
    }

    int size() {
        return size;
    }
}
