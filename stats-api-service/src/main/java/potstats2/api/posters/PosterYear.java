package potstats2.api.posters;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * How much a user wrote in a year.
 *
 * @param year the calendar year
 * @param postCount posts written
 * @param editCount edits of these posts
 * @param threadsCreated threads whose first post is one of these
 * @param quotedCount pairs of posts in which one of these is quoted
 * @param quotesCount pairs of posts in which one of these quotes
 * @param avgPostLength total length of these posts in Unicode code points / posts, rounded half up
 */
record PosterYear(
        @JsonProperty("year") int year,
        @JsonProperty("post_count") long postCount,
        @JsonProperty("edit_count") long editCount,
        @JsonProperty("threads_created") long threadsCreated,
        @JsonProperty("quoted_count") long quotedCount,
        @JsonProperty("quotes_count") long quotesCount,
        @JsonProperty("avg_post_length") long avgPostLength) {

    static PosterYear of(Readable row) {
        return new PosterYear(
                Math.toIntExact(Columns.number(row, "year")),
                Columns.number(row, "post_count"),
                Columns.number(row, "edit_count"),
                Columns.number(row, "threads_created"),
                Columns.number(row, "quoted_count"),
                Columns.number(row, "quotes_count"),
                Columns.number(row, "avg_post_length"));
    }

    static PosterYear without(int year) {
        return new PosterYear(year, 0, 0, 0, 0, 0, 0);
    }
}
