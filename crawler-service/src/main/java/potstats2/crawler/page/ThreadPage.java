package potstats2.crawler.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a thread's posts, in posting order.
 *
 * @param tid the thread
 * @param page which page the forum says it is, from 1
 * @param header what the page says about the thread
 * @param lastPostAt when the thread's newest reply was written, absent where the page does not say
 * @param posts its posts
 */
public record ThreadPage(
        long tid, long page, ThreadHeader header, @Nullable Instant lastPostAt, List<Post> posts)
        implements ThreadAnswer {

    /** Posts on a page without gaps. */
    public static final int SIZE = 30;

    public ThreadPage {
        posts = List.copyOf(posts);
    }

    /** Whether the page has room for a post; a full page is never proof of the thread's end. */
    public boolean hasRoom() {
        return posts.size() < SIZE;
    }

    /** The PIDs in the order shown. */
    public long[] pids() {
        return posts.stream().mapToLong(Post::pid).toArray();
    }
}
