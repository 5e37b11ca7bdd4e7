package potstats2.crawler.crawl.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.ThreadHeader;
import potstats2.events.Checkpoint.ThreadRead;
import potstats2.events.ThreadObserved;

/** Whether a thread in a board's list has to be read. Pure decisions. */
public final class ThreadChange {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofDays(1);
    private static final Duration LAST_RETRY_OF_LISTED = Duration.ofMinutes(10);
    private static final int MOST_RETRIES_OF_UNLISTED = 12;

    private ThreadChange() {}

    /** Whether a listed thread needs a request: it is unknown, its list entry moved, or lacks something that is due. */
    public static boolean needsVisit(ListedThread listed, @Nullable ThreadRead read, Instant now) {
        return read == null || hasMoved(listed, read) || isDue(read, now);
    }

    /** Whether the list says that something was written, or went. */
    static boolean hasMoved(ListedThread listed, ThreadRead read) {
        return !Objects.equals(listed.lastPostAt(), read.listedLastPost())
                || listed.header().replies() != read.listedReplies();
    }

    /** Whether what could not be read is worth another attempt: after a minute, then four times as long each time. */
    public static boolean isDue(ThreadRead read, Instant now) {
        return read.failures() > 0
                && !read.thread().gone()
                && hasWaited(read, 2 * (read.failures() - 1), LAST_RETRY, now);
    }

    /**
     * Whether a thread that is gone may be back: looked for after a minute, then twice as long each time, and for ever
     * every ten minutes while a list shows it as usual; otherwise a sweep will tell.
     */
    public static boolean mayBeBack(ThreadRead read, boolean isListed, Instant now) {
        return read.thread().gone()
                && (isListed || read.failures() <= MOST_RETRIES_OF_UNLISTED)
                && hasWaited(read, read.failures() - 1, isListed ? LAST_RETRY_OF_LISTED : LAST_RETRY, now);
    }

    private static boolean hasWaited(ThreadRead read, int doublings, Duration longest, Instant now) {
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(0, doublings), 20));
        return !now.isBefore(read.readAt().plus(wait.compareTo(longest) > 0 ? longest : wait));
    }

    /** Whether a thread that shows no new posts has changed in what is worth publishing; mere hits are not. */
    public static boolean isRenamedOrMoved(ThreadHeader header, long board, ThreadObserved published) {
        return !header.observed(published.tid(), board, published.tags(), published.observedAt())
                .equals(withCounts(published, header));
    }

    /** Whether the tags may be others than those known. */
    public static boolean isRenamed(ThreadHeader header, ThreadObserved published) {
        return !header.title().equals(published.title()) || !header.subtitle().equals(published.subtitle());
    }

    /** The thread with other tags. */
    public static ThreadObserved withTags(ThreadObserved thread, List<String> tags, Instant at) {
        return new ThreadObserved(
                thread.tid(),
                thread.bid(),
                thread.title(),
                thread.subtitle(),
                thread.closed(),
                thread.sticky(),
                thread.important(),
                thread.announcement(),
                thread.global(),
                thread.hits(),
                thread.replyEstimate(),
                tags,
                thread.gone(),
                at);
    }

    /** What is known of a thread whose tags were read. */
    public static ThreadRead withTagsRead(ThreadRead read, ThreadObserved thread) {
        return new ThreadRead(
                thread,
                true,
                read.listedLastPost(),
                read.listedReplies(),
                read.shownLastPost(),
                read.failures(),
                read.readAt(),
                read.sweptAt());
    }

    private static ThreadObserved withCounts(ThreadObserved thread, ThreadHeader header) {
        return new ThreadObserved(
                thread.tid(),
                thread.bid(),
                thread.title(),
                thread.subtitle(),
                thread.closed(),
                thread.sticky(),
                thread.important(),
                thread.announcement(),
                thread.global(),
                header.hits(),
                header.replies(),
                thread.tags(),
                false,
                thread.observedAt());
    }
}
