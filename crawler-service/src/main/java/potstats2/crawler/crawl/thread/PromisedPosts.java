package potstats2.crawler.crawl.thread;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.ThreadPage;

/**
 * The newest post that the forum promises in a thread, in the board's list and on the thread's own pages, against the
 * posts that were seen. A promise may be a lie; one that was looked into before is not believed again.
 */
final class PromisedPosts {

    private final @Nullable Instant listed;
    private final Set<Instant> settled;
    private final Instant now;
    private final Set<Instant> kept = new HashSet<>();
    private @Nullable Instant shown;
    private @Nullable Instant newest;
    private long newestPid;

    /**
     * Nothing seen yet.
     *
     * @param listed the last post's time in the list, absent where it shows none
     * @param settled times that an earlier visit looked for, found or not
     * @param now a post of a later time proves nothing
     */
    PromisedPosts(@Nullable Instant listed, Collection<Instant> settled, Instant now) {
        this.listed = listed;
        this.settled = Set.copyOf(settled);
        this.now = now;
    }

    static PromisedPosts none() {
        return new PromisedPosts(null, Set.of(), Instant.EPOCH);
    }

    /** A page says what it promises, and shows posts. */
    void shown(ThreadPage page) {
        shown = page.lastPostAt();
        for (var post : page.posts()) {
            if (post.postedAt().equals(listed) || post.postedAt().equals(shown)) {
                kept.add(post.postedAt());
            }
            if (post.pid() > newestPid) {
                newestPid = post.pid();
                newest = post.postedAt();
            }
        }
    }

    /** Whether a post must stand behind all that were seen. */
    boolean isBroken() {
        return isBroken(listed) || isBroken(shown);
    }

    private boolean isBroken(@Nullable Instant promise) {
        return promise != null && !settled.contains(promise) && !kept.contains(promise) && !isPassedBy(promise);
    }

    private boolean isPassedBy(Instant promise) {
        return newest != null && !newest.isBefore(promise) && !newest.isAfter(now);
    }

    /** Whether the forum says nothing at all of the newest post. */
    boolean isSilent() {
        return listed == null && shown == null;
    }

    /** What the thread's own pages said last, absent where they did not. */
    @Nullable
    Instant shown() {
        return shown;
    }
}
