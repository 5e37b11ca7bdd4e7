package potstats2.api.boards;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A board and how much is in it.
 *
 * @param bid the forum's number of it
 * @param name as the forum shows it, empty while unknown
 * @param description as the forum shows it, empty while unknown
 * @param threadCount threads started in it
 * @param postCount posts written in it, at least 1
 */
record Board(
        long bid,
        String name,
        String description,
        @JsonProperty("thread_count") long threadCount,
        @JsonProperty("post_count") long postCount) {}
