package potstats2.simulator.forum;

import java.util.EnumSet;
import java.util.Set;

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
    NEWER_PROFILES,
    /** Claims that are wrong by several pages, in threads whose first, second and last page have gaps or show nothing. */
    GAPS_AND_WRONG_CLAIMS,
    /** Some lists promise a newer post than there is, and threads' own pages promise what they like. */
    WRONG_LAST_POSTS,
    /** Tags and profiles are not found for a while. */
    BROKEN_OPTIONAL_PAGES,
    /** Threads that are hidden and shown again, listed as usual all the while. */
    HIDDEN_AND_RESTORED,
    /** Line breaks and blanks around names, titles and descriptions. */
    WHITE_SPACE,
    /** Titles outside sections, with HTML's entities and a bare ampersand. */
    HTML_ENTITIES,
    /** Times and counts that nothing can hold, where no post depends on them. */
    ABSURD_VALUES,
    /** One writes as a guest, who has the id 0 or none, no profile, and not always a name. */
    GUESTS;

    /** All at once. */
    public static Set<Oddity> all() {
        return EnumSet.allOf(Oddity.class);
    }
}
