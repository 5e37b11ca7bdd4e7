package potstats2.crawler.source.bb;

import static potstats2.crawler.source.Refusal.HIDDEN;
import static potstats2.crawler.source.Refusal.INVALID;
import static potstats2.crawler.source.Refusal.NOT_LOGGED_IN;
import static potstats2.crawler.source.Refusal.NO_ACCESS;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.Refusal;

/** How bB says that it does not show a board or thread. */
final class Refusals {

    private static final Map<String, Refusal> BY_ELEMENT = Map.of(
            "invalid-board", INVALID,
            "invalid-thread", INVALID,
            "thread-hidden", HIDDEN,
            "no-access", NO_ACCESS,
            "not-logged-in", NOT_LOGGED_IN);

    private Refusals() {}

    /** The refusal that a document's root element stands for; null where it is none. */
    static @Nullable Refusal named(String element) {
        return BY_ELEMENT.get(element);
    }
}
