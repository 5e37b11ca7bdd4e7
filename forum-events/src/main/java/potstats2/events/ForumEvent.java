package potstats2.events;

import java.time.Instant;

/** Something the crawler saw in the forum: the record from which everything downstream can be rebuilt. */
public sealed interface ForumEvent permits BoardObserved, ThreadObserved, PostObserved, PostVanished, ProfileObserved {

    /**
     * When the forum's answer was received. Of two observations of the same entity the later one holds, in whatever
     * order they arrive; the crawler never gives two observations the same instant.
     */
    Instant observedAt();
}
