package potstats2.api.links;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Readable;
import potstats2.api.database.Columns;
import potstats2.api.users.User;

/**
 * How often a user links to a domain.
 *
 * @param user who
 * @param domain in lower case
 * @param count occurrences, at least 1
 */
record UserDomain(@JsonProperty("User") User user, String domain, long count) {

    static UserDomain of(Readable row) {
        return new UserDomain(User.of(row), Columns.text(row, "domain"), Columns.number(row, "count"));
    }
}
