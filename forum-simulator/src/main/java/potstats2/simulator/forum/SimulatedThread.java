package potstats2.simulator.forum;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread as the forum shows it.
 *
 * @param bid the board the thread stands in now
 * @param replies the forum's estimate
 * @param pages the forum's estimate, made from the replies
 * @param firstPost the first shown post
 * @param lastPost the last shown post, absent where there is no reply
 * @param tags shown on the thread's HTML page only
 */
public record SimulatedThread(
        long tid,
        long bid,
        String title,
        String subtitle,
        Access access,
        boolean closed,
        boolean sticky,
        boolean important,
        boolean announcement,
        boolean global,
        int hits,
        int replies,
        int pages,
        Mark firstPost,
        @Nullable Mark lastPost,
        List<String> tags) {

    /** Whose post it was, when, and in which thread. */
    public record Mark(
            long pid,
            long uid,
            String name,
            int groupId,
            Instant postedAt,
            @Nullable Integer iconId,
            long tid,
            String title,
            long bid) {}
}
