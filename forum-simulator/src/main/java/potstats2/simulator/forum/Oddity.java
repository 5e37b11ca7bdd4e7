package potstats2.simulator.forum;

/** What the real forum does to its clients beyond the plain contract, one by one. */
public enum Oddity {
    /** Reply counts and the page counts made from them are wrong, by up to a page in either direction. */
    LYING_COUNTS,
    /** Some posts keep their place in the thread but are not shown, so that pages hold fewer posts than they should. */
    INVISIBLE_POSTS,
    /** Some threads are listed although they no longer exist. */
    LISTED_BUT_GONE,
    /** Some threads are listed although a moderator hid them. */
    HIDDEN_THREADS,
    /** Some threads are listed but shown to members only. */
    MEMBERS_ONLY,
    /** Some threads and one board are listed but not readable. */
    NO_ACCESS,
    /** Some contents hold NUL and other characters that XML forbids. */
    CONTROL_CHARACTERS,
    /** A page of a board's list begins with the last thread of the page before. */
    REPEATED_THREADS,
    /** A few replies are written while a board's list is read, so that threads move between its pages. */
    MOVING_THREADS,
    /** Answers hold elements and attributes nobody knows. */
    EXTRA_ELEMENTS,
    /** Answers lack elements and attributes that are usually there. */
    MISSING_ELEMENTS,
    /** Asked for the page of a post the thread does not hold, the forum may answer an empty page in place of page 1. */
    EMPTY_PAGE_FOR_LOST_PID,
    /** Some profiles use the newer markup. */
    NEWER_PROFILES
}
