package potstats2.crawler.source;

import java.util.Locale;
import potstats2.events.Topic;

/** What is asked of the forum. */
public enum RequestKind {
    /** The list of boards. */
    BOARDS,
    /** A page of a board's threads. */
    BOARD,
    /** A page of a thread's posts. */
    THREAD,
    /** A thread's HTML page, for its tags. */
    TAGS,
    /** A user's profile. */
    PROFILE;

    /** Whether no post depends on such a page. */
    public boolean isOptional() {
        return this == TAGS || this == PROFILE;
    }

    /** As metrics call it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic that learns from the answer; where it cannot be read, its bytes go to that topic's dead letters. */
    public Topic topic() {
        return switch (this) {
            case BOARDS -> Topic.BOARDS;
            case BOARD, TAGS -> Topic.THREADS;
            case THREAD -> Topic.POSTS;
            case PROFILE -> Topic.PROFILES;
        };
    }
}
