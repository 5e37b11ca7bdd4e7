package potstats2.api.cache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which refresh last touched which part of the numbers, as the database has it.
 *
 * @param database tells databases apart whose generations have the same numbers
 * @param timeZone in which days begin, a name
 * @param day that it was when this was read, as the database has it
 * @param dayEnds when that day ends
 * @param newest the newest refresh
 * @param scopes the last refresh of each part that was ever touched
 */
record Generations(
        String database, String timeZone, LocalDate day, Instant dayEnds, long newest, Map<Part, Long> scopes) {

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

    /** The database alone counts days: its time zones need not be of the same year as Java's. */
    LocalDate dayOf(Instant now) {
        return now.isBefore(dayEnds) ? day : day.plusDays(1);
    }

    boolean isBefore(long generation) {
        return newest < generation;
    }
}
