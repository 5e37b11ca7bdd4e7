package potstats2.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a committed batch changed in the tables of {@code forum}. Topic {@link Topic#CHANGES}, key: the source of the
 * batch. A crash may announce a batch again, never forget one.
 *
 * <p>Profiles that changed are announced, but not named: they count nowhere, and whoever shows one reads it anew.
 *
 * <p>Where a change took something away from one bucket and gave it to another, both are named: a post that moved to
 * another thread stands here with the old thread and with the new one.
 *
 * @param source the consumer and positions of the batch, for people: e.g. {@code forum.posts-3@1200..1700}
 * @param posts posts written or changed, old and new state each an entry
 * @param movedThreads threads that appeared, changed their board, or went: all their posts count elsewhere now
 * @param renamedThreads threads that appeared or have another title, subtitle or other tags; absent in announcements of
 *     older versions, which is read as none
 * @param boards boards written or changed
 * @param users users whose name or aliases changed
 * @param observedAt the oldest observation in the batch: freshness is measured from here
 */
public record ForumChanged(
        String source,
        List<TouchedPost> posts,
        List<Long> movedThreads,
        @Nullable List<Long> renamedThreads,
        List<Long> boards,
        List<Long> users,
        Instant observedAt)
        implements Event {

    public ForumChanged {
        posts = List.copyOf(posts);
        movedThreads = List.copyOf(movedThreads);
        renamedThreads = renamedThreads == null ? List.of() : List.copyOf(renamedThreads);
        boards = List.copyOf(boards);
        users = List.copyOf(users);
        Ranges.requireTime("observedAt", observedAt);
    }

    /** Changes that rename no thread. */
    public ForumChanged(
            String source,
            List<TouchedPost> posts,
            List<Long> movedThreads,
            List<Long> boards,
            List<Long> users,
            Instant observedAt) {
        this(source, posts, movedThreads, List.of(), boards, users, observedAt);
    }

    /** Never absent. */
    @Override
    public List<Long> renamedThreads() {
        return Objects.requireNonNull(renamedThreads);
    }

    @Override
    public Topic topic() {
        return Topic.CHANGES;
    }

    @Override
    public String key() {
        return source;
    }

    /**
     * The buckets that one state of one post counts in.
     *
     * @param pid the post
     * @param tid its thread in that state
     * @param uid its poster in that state
     * @param postedAt when it was written, in seconds since 1970-01-01T00:00:00Z
     * @param added whether the batch added the post to the table
     */
    public record TouchedPost(long pid, long tid, long uid, long postedAt, boolean added) {}
}
