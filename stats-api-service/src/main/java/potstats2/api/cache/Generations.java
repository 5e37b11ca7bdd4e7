package potstats2.api.cache;

import java.time.ZoneId;
import java.util.Map;

/**
 * Which refresh last touched which part of the numbers, as the database has it.
 *
 * @param database tells databases apart whose generations have the same numbers
 * @param timeZone in which days begin
 * @param newest the newest refresh
 * @param scopes the last refresh of each part that was ever touched
 */
record Generations(String database, ZoneId timeZone, long newest, Map<Part, Long> scopes) {

    /**
     * A part of the numbers.
     *
     * @param year 0 for all
     * @param bid 0 for all
     */
    record Part(int year, long bid) {}

    /** 0 for a part that has no numbers yet. */
    long of(int year, long bid) {
        return scopes.getOrDefault(new Part(year, bid), 0L);
    }

    boolean isBefore(long generation) {
        return newest < generation;
    }
}
