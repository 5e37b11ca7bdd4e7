package potstats2.events;

import java.time.Instant;

/** Something the crawler saw in the forum: the record from which everything downstream can be rebuilt. */
public sealed interface ForumEvent extends Event
        permits BoardObserved, ThreadObserved, PostObserved, PostVanished, ProfileObserved {

    /**
     * When the forum's answer was received. Of two observations of the same entity the later one holds, in whatever
     * order they arrive; the crawler never gives two observations the same instant.
     */
    Instant observedAt();

    /** Calls the method for what this is. */
    void handle(Handler handler);

    @Override
    String key();

    /** Whoever handles the forum's events handles each kind of them. */
    interface Handler {
        void board(BoardObserved board);

        void thread(ThreadObserved thread);

        void post(PostObserved post);

        void vanished(PostVanished post);

        void profile(ProfileObserved profile);
    }
}
