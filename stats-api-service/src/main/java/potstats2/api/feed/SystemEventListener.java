package potstats2.api.feed;

import potstats2.events.CrawlProgressed;
import potstats2.events.StatsRefreshed;

/**
 * Hears the news of the other services, one after the other, on one thread that it must not hold up. The first ones may
 * be some minutes old.
 */
public interface SystemEventListener {

    /**
     * The crawler said what it is doing.
     *
     * @param offset of the record that said so
     */
    default void progressed(CrawlProgressed progress, long offset) {}

    /**
     * The rollups have new numbers.
     *
     * @param offset of the record that said so
     */
    default void refreshed(StatsRefreshed refreshed, long offset) {}

    /** All that was there when the reading began is told. */
    default void caughtUp() {}
}
