package potstats2.api.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import potstats2.api.database.Columns;

/**
 * What is known of a user.
 *
 * @param user who
 * @param postCount posts written
 * @param editCount edits of these posts
 * @param avgPostLength total length of these posts in Unicode code points / posts, rounded half up; 0 without posts
 * @param threadsCreated threads whose first post is one of these
 * @param quotedCount pairs of posts in which one of these is quoted
 * @param quotesCount pairs of posts in which one of these quotes
 * @param firstDay the first day with a post
 * @param lastDay the last day with a post
 * @param profile what the profile page shows, where it was read
 */
record UserNumbers(
        User user,
        @JsonProperty("post_count") long postCount,
        @JsonProperty("edit_count") long editCount,
        @JsonProperty("avg_post_length") long avgPostLength,
        @JsonProperty("threads_created") long threadsCreated,
        @JsonProperty("quoted_count") long quotedCount,
        @JsonProperty("quotes_count") long quotesCount,
        @JsonProperty("first_day") @Nullable LocalDate firstDay,
        @JsonProperty("last_day") @Nullable LocalDate lastDay,
        @Nullable Profile profile) {

    static UserNumbers of(Readable row) {
        return new UserNumbers(
                User.of(row),
                Columns.number(row, "post_count"),
                Columns.number(row, "edit_count"),
                Columns.number(row, "avg_post_length"),
                Columns.number(row, "threads_created"),
                Columns.number(row, "quoted_count"),
                Columns.number(row, "quotes_count"),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                Profile.find(row));
    }
}
