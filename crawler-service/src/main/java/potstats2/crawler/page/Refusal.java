package potstats2.crawler.page;

import java.util.Map;
import java.util.Optional;

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

    private static final Map<String, Refusal> BY_ELEMENT = Map.of(
            "invalid-board", INVALID,
            "invalid-thread", INVALID,
            "thread-hidden", HIDDEN,
            "no-access", NO_ACCESS,
            "not-logged-in", NOT_LOGGED_IN);

    /** The refusal that a document's root element stands for. */
    static Optional<Refusal> named(String element) {
        return Optional.ofNullable(BY_ELEMENT.get(element));
    }

    /** Whether the thread is no longer part of the forum, rather than merely closed to this reader. */
    public boolean isGone() {
        return this == INVALID || this == HIDDEN;
    }
}
