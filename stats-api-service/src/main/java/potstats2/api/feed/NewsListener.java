package potstats2.api.feed;

import potstats2.events.CrawlProgressed;

/** Hears the news of the other services, one after the other, on one thread that it must not hold up. */
public interface NewsListener {

    /** The crawler said what it is doing. */
    default void progressed(CrawlProgressed progress) {}
}
