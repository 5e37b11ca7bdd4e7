package potstats2.api.posters;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;
import potstats2.api.users.User;

/**
 * A user and how much they wrote.
 *
 * @param user who
 * @param postCount posts written, at least 1
 * @param editCount edits of these posts
 * @param avgPostLength total length of these posts in Unicode code points / posts, rounded half up
 * @param threadsCreated threads whose first post is one of these
 * @param quotedCount pairs of posts in which one of these is quoted
 * @param quotesCount pairs of posts in which one of these quotes
 */
record Poster(
        @JsonProperty("User") User user,
        @JsonProperty("post_count") long postCount,
        @JsonProperty("edit_count") long editCount,
        @JsonProperty("avg_post_length") long avgPostLength,
        @JsonProperty("threads_created") long threadsCreated,
        @JsonProperty("quoted_count") long quotedCount,
        @JsonProperty("quotes_count") long quotesCount) {

    static Poster of(Readable row) {
        return new Poster(
                User.of(row),
                Columns.number(row, "post_count"),
                Columns.number(row, "edit_count"),
                Columns.number(row, "avg_post_length"),
                Columns.number(row, "threads_created"),
                Columns.number(row, "quoted_count"),
                Columns.number(row, "quotes_count"));
    }
}
