package potstats2.events;

import org.jspecify.annotations.Nullable;

/** What stands in the topics of this contract. */
public sealed interface Event
        permits ForumEvent, Checkpoint, CrawlerCommand, CrawlProgressed, ForumChanged, StatsRefreshed {

    /** The topic it belongs to. */
    Topic topic();

    /** The key of its record, absent where records of the topic have none. */
    @Nullable
    String key();
}
