package potstats2.crawler.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread's posts, in posting order.
 *
 * @param tid the thread
 * @param page which page the forum says it is, from 1
 * @param header what the page says about the thread
 * @param lastPostAt when the thread's newest reply was written, absent where the page does not say
 * @param posts its posts, those that can be read
 * @param unreadable the others
 */
public record ThreadPage(
        long tid,
        long page,
        ThreadHeader header,
        @Nullable Instant lastPostAt,
        List<Post> posts,
        List<UnreadableElement> unreadable)
        implements ThreadAnswer {

    public ThreadPage {
        posts = List.copyOf(posts);
        unreadable = List.copyOf(unreadable);
    }

    /** A page all of whose posts can be read. */
    public ThreadPage(long tid, long page, ThreadHeader header, @Nullable Instant lastPostAt, List<Post> posts) {
        this(tid, page, header, lastPostAt, posts, List.of());
    }

    /** The PIDs in the order shown, those of posts that cannot be read too: they have not vanished. */
    public long[] pids() {
        var pids = posts.stream().map(Post::pid).collect(Collectors.toCollection(ArrayList::new));
        var unknown = 0;
        for (var post : unreadable) {
            if (post.id() == null) {
                unknown++;
            } else {
                pids.add(post.position() - unknown, post.id());
            }
        }
        return pids.stream().mapToLong(Long::longValue).toArray();
    }
}
