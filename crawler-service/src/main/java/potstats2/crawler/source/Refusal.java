package potstats2.crawler.source;

/** The whole answer of the forum when it does not show a board or thread. */
public enum Refusal implements BoardAnswer, ThreadAnswer {
    /** There is no such board or thread, or no longer. */
    INVALID,
    /** A moderator hid the thread. */
    HIDDEN,
    /** Only some users may read it: it exists, and what is known of it stays true. */
    NO_ACCESS,
    /** Only members may read this page: it exists, and what is known of it stays true. */
    NOT_LOGGED_IN;

    /** Whether the thread is no longer part of the forum, rather than merely closed to this reader. */
    public boolean isGone() {
        return this == INVALID || this == HIDDEN;
    }
}
