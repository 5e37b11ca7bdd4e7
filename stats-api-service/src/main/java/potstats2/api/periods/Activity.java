package potstats2.api.periods;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * What was written in some period.
 *
 * @param postCount posts written
 * @param editCount edits of these posts
 * @param threadsCreated threads whose first post is one of these
 * @param activeUsers distinct users with one of these posts
 * @param avgPostLength total length of these posts in Unicode code points / posts, rounded half up
 */
public record Activity(
        @JsonProperty("post_count") long postCount,
        @JsonProperty("edit_count") long editCount,
        @JsonProperty("threads_created") long threadsCreated,
        @JsonProperty("active_users") long activeUsers,
        @JsonProperty("avg_post_length") long avgPostLength) {

    /** Nothing. */
    public static final Activity NONE = new Activity(0, 0, 0, 0, 0);

    /** Reads the columns of these names. */
    public static Activity of(Readable row) {
        return new Activity(
                Columns.number(row, "post_count"),
                Columns.number(row, "edit_count"),
                Columns.number(row, "threads_created"),
                Columns.number(row, "active_users"),
                Columns.number(row, "avg_post_length"));
    }
}
