package potstats2.simulator.forum;

/** Whether a board or thread can be read, and what the forum answers where it cannot. */
public enum Access {
    READABLE,
    /** Deleted, but still listed. */
    GONE,
    /** Hidden by a moderator, but still listed. */
    HIDDEN,
    MEMBERS_ONLY,
    NO_ACCESS
}
