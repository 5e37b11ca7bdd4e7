package potstats2.api.posters;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * How often a user writes.
 *
 * @param user who
 * @param posts posts written, at least 1
 * @param threads threads whose first post is one of these
 * @param postsPerDay posts / days from the first of them to the end of the period, both included
 */
record PostingRate(
        NamedUser user,
        long posts,
        long threads,
        @JsonProperty("posts_per_day") double postsPerDay) {

    /**
     * A user as this answer shows them.
     *
     * @param name the newest name, empty while unknown
     * @param id the forum's number of the user
     */
    record NamedUser(String name, long id) {}

    static PostingRate of(Readable row) {
        return new PostingRate(
                new NamedUser(Columns.text(row, "name"), Columns.number(row, "uid")),
                Columns.number(row, "posts"),
                Columns.number(row, "threads"),
                Columns.fraction(row, "post_frequency"));
    }
}
