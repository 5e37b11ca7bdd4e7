package potstats2.crawler.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.ThreadObserved;

/**
 * What both a board's list and a thread's own page say about a thread.
 *
 * @param bid the board it stands in, absent where the answer does not say
 * @param title may be empty
 * @param subtitle may be empty
 * @param closed nobody can reply
 * @param sticky listed first in its board
 * @param important marked as important
 * @param announcement marked as an announcement
 * @param global listed first in every board
 * @param hits how often it was read
 * @param replies the forum's estimate
 * @param pages computed by the forum from that estimate; 0 where the answer does not say
 */
public record ThreadHeader(
        @Nullable Long bid,
        String title,
        String subtitle,
        boolean closed,
        boolean sticky,
        boolean important,
        boolean announcement,
        boolean global,
        long hits,
        long replies,
        long pages) {

    /** The thread as an event. */
    public ThreadObserved observed(long tid, long board, List<String> tags, Instant at) {
        return new ThreadObserved(
                tid,
                bid == null ? board : bid,
                title,
                subtitle,
                closed,
                sticky,
                important,
                announcement,
                global,
                hits,
                replies,
                tags,
                false,
                at);
    }
}
