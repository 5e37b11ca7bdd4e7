package potstats2.api.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;

/**
 * A user found by a part of a name.
 *
 * @param user who
 * @param postCount posts written
 */
record FoundUser(
        @JsonProperty("User") User user,
        @JsonProperty("post_count") long postCount) {

    static FoundUser of(Readable row) {
        return new FoundUser(User.of(row), Columns.number(row, "post_count"));
    }
}
