package potstats2.api.quotes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import potstats2.api.users.User;

/**
 * Whom a user quotes and who quotes them.
 *
 * @param quotes those whom the user quotes, most quoted first
 * @param quotedBy those who quote the user, most eager first
 */
record Relations(
        List<Relation> quotes, @JsonProperty("quoted_by") List<Relation> quotedBy) {

    Relations {
        quotes = List.copyOf(quotes);
        quotedBy = List.copyOf(quotedBy);
    }

    /**
     * One of the two sides of quotes.
     *
     * @param user who is quoted or quotes
     * @param count occurrences, at least 1
     */
    record Relation(@JsonProperty("User") User user, long count) {}
}
