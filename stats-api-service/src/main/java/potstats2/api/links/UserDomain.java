package potstats2.api.links;

import com.fasterxml.jackson.annotation.JsonProperty;
import potstats2.api.users.User;

/**
 * How often a user links to a domain.
 *
 * @param user who
 * @param domain in lower case
 * @param count occurrences, at least 1
 */
record UserDomain(@JsonProperty("User") User user, String domain, long count) {}
