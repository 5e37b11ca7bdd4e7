package potstats2.api.boards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * How much was written in a board in a year.
 *
 * @param bid the forum's number of the board
 * @param name as the forum shows it, empty while unknown
 * @param year the calendar year
 * @param postCount posts written, at least 1
 * @param threadCount threads started
 */
record BoardYear(
        long bid,
        String name,
        int year,
        @JsonProperty("post_count") long postCount,
        @JsonProperty("thread_count") long threadCount) {

    static BoardYear of(Readable row) {
        return new BoardYear(
                Columns.number(row, "bid"),
                Columns.text(row, "name"),
                Math.toIntExact(Columns.number(row, "year")),
                Columns.number(row, "posts"),
                Columns.number(row, "threads"));
    }
}
