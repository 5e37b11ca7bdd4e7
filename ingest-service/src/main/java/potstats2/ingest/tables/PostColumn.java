package potstats2.ingest.tables;

import static potstats2.ingest.tables.Column.flags;
import static potstats2.ingest.tables.Column.instants;
import static potstats2.ingest.tables.Column.ints;
import static potstats2.ingest.tables.Column.longs;
import static potstats2.ingest.tables.Column.longsOrNull;
import static potstats2.ingest.tables.Column.texts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import potstats2.events.PostObserved.Avatar;
import potstats2.events.PostObserved.Edit;

/** The columns of {@code forum.posts}: of which type each is, and what stands in it. */
enum PostColumn {
    PID("bigint", rows -> longs(rows, row -> row.post().pid())),
    TID("bigint", rows -> longs(rows, row -> row.post().tid())),
    UID("bigint", rows -> longs(rows, row -> row.post().poster().uid())),
    POSTED_AT("timestamptz", rows -> instants(rows, row -> row.post().postedAt())),
    OBSERVED_AT("timestamptz", rows -> instants(rows, row -> row.post().observedAt())),
    GROUP_ID("bigint", rows -> longsOrNull(rows, row -> row.post().poster().groupId())),
    EDITOR_UID(
            "bigint",
            rows -> longsOrNull(rows, row -> row.ofEdit(edit -> edit.editor().uid()))),
    EDITED_AT("timestamptz", rows -> instants(rows, row -> row.ofEdit(Edit::editedAt))),
    ICON_ID("bigint", rows -> longsOrNull(rows, row -> row.post().iconId())),
    AVID("bigint", rows -> longsOrNull(rows, row -> row.ofAvatar(Avatar::avid))),
    EDIT_COUNT("integer", rows -> ints(rows, row -> row.post().editCount())),
    CONTENT_LENGTH("integer", rows -> ints(rows, row -> row.length())),
    HIDDEN("boolean", rows -> flags(rows, row -> row.post().hidden())),
    GONE("boolean", rows -> flags(rows, row -> row.vanished())),
    USER_NAME("text", rows -> texts(rows, row -> row.post().poster().name())),
    EDITOR_NAME(
            "text", rows -> texts(rows, row -> row.ofEdit(edit -> edit.editor().name()))),
    AVATAR_PATH("text", rows -> texts(rows, row -> row.ofAvatar(Avatar::path))),
    TITLE("text", rows -> texts(rows, row -> row.post().title())),
    CONTENT("text", rows -> texts(rows, row -> row.post().content()));

    /** What differs in every observation, and what follows from another column. */
    private static final EnumSet<PostColumn> NO_CHANGE = EnumSet.of(PID, OBSERVED_AT, CONTENT_LENGTH);

    private final String type;
    // A function that keeps nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<List<Sighting>, Column> values;

    PostColumn(String type, Function<List<Sighting>, Column> values) {
        this.type = type;
        this.values = values;
    }

    private String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All columns. */
    static String names() {
        return listed(PostColumn::column);
    }

    /** The columns as arrays, each a parameter by its name. */
    static String parameters() {
        return listed(column -> ":" + column.column() + "::" + column.type + "[]");
    }

    /** Takes over all but the key. */
    static String assignments() {
        return Arrays.stream(values())
                .filter(column -> column != PID)
                .map(column -> column.column() + " = excluded." + column.column())
                .collect(Collectors.joining(", "));
    }

    /** A row's columns in which a difference is a change of the post. */
    static String compared(String row) {
        return EnumSet.complementOf(NO_CHANGE).stream()
                .map(column -> row + "." + column.column())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What is written, by the names of the parameters, in their order in the statements. */
    static Map<String, Column> of(List<Sighting> sightings) {
        // Unlike that of toList(), this list can be shared by the columns.
        var rows = List.copyOf(sightings);
        var columns = new LinkedHashMap<String, Column>();
        for (var column : values()) {
            columns.put(column.column(), column.values.apply(rows));
        }
        return columns;
    }

    private static String listed(Function<PostColumn, String> part) {
        return Arrays.stream(values()).map(part).collect(Collectors.joining(", "));
    }
}
