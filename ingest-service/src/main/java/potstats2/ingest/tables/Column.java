package potstats2.ingest.tables;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
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
    private final BiConsumer<ByteBuf, Object> writer;
    private final IntFunction<@Nullable Object> values;
    private final int size;

    private <R> Column(
            PostgresqlObjectId array,
            PostgresqlObjectId element,
            BiConsumer<ByteBuf, Object> writer,
            Collection<R> rows,
            Function<R, ? extends @Nullable Object> column) {
        this.array = array;
        this.element = element;
        this.writer = writer;
        var list = List.copyOf(rows);
        values = row -> column.apply(list.get(row));
        size = list.size();
    }

    static <R> Column longs(Collection<R> rows, Function<R, @Nullable Long> column) {
        return new Column(
                PostgresqlObjectId.INT8_ARRAY,
                PostgresqlObjectId.INT8,
                (buffer, value) -> buffer.writeInt(Long.BYTES).writeLong((Long) value),
                rows,
                column);
    }

    static <R> Column ints(Collection<R> rows, Function<R, @Nullable Integer> column) {
        return new Column(
                PostgresqlObjectId.INT4_ARRAY,
                PostgresqlObjectId.INT4,
                (buffer, value) -> buffer.writeInt(Integer.BYTES).writeInt((Integer) value),
                rows,
                column);
    }

    static <R> Column flags(Collection<R> rows, Function<R, @Nullable Boolean> column) {
        return new Column(
                PostgresqlObjectId.BOOL_ARRAY,
                PostgresqlObjectId.BOOL,
                (buffer, value) -> buffer.writeInt(1).writeBoolean((Boolean) value),
                rows,
                column);
    }

    static <R> Column texts(Collection<R> rows, Function<R, @Nullable String> column) {
        return new Column(PostgresqlObjectId.TEXT_ARRAY, PostgresqlObjectId.TEXT, Column::writeText, rows, column);
    }

    /** Cut to microseconds, as PostgreSQL keeps them. */
    static <R> Column instants(Collection<R> rows, Function<R, @Nullable Instant> column) {
        return new Column(
                PostgresqlObjectId.TIMESTAMPTZ_ARRAY,
                PostgresqlObjectId.TIMESTAMPTZ,
                (buffer, value) -> buffer.writeInt(Long.BYTES).writeLong((Long) value),
                rows,
                row -> micros(column.apply(row)));
    }

    /** Lists of texts as array literals: PostgreSQL's arrays of arrays are rectangular. */
    static <R> Column lists(Collection<R> rows, Function<R, List<String>> column) {
        return texts(rows, row -> literal(column.apply(row)));
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        long seconds = Math.multiplyExact(instant.getEpochSecond(), 1_000_000);
        return Math.addExact(seconds, instant.getNano() / 1_000 - MICROS_FROM_1970_TO_2000);
    }

    private static String literal(List<String> texts) {
        return texts.stream()
                .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void writeText(ByteBuf buffer, Object text) {
        int start = buffer.writerIndex();
        buffer.writeInt(0);
        buffer.setInt(start, ByteBufUtil.writeUtf8(buffer, (String) text));
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
        var value = values.apply(row);
        if (value == null) {
            buffer.writeInt(NULL);
        } else {
            writer.accept(buffer, value);
        }
    }

    int size() {
        return size;
    }
}
