package potstats2.crawler.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread as a board's list shows it.
 *
 * @param tid the thread
 * @param header what the list says about it
 * @param lastPostAt when its newest reply was written, absent where there is none
 * @param hidden whether the list itself says that a moderator hid it
 */
public record ListedThread(
        long tid, ThreadHeader header, @Nullable Instant lastPostAt, boolean hidden) {

    /** Listed out of order, before the others of page 1. */
    public boolean isPinned() {
        return header.sticky() || header.global();
    }
}
