package potstats2.events;

import java.time.Instant;
import java.util.List;

/**
 * A thread as the forum showed it, in a board's list or on a page of its own; see {@link Ranges} for what its values may be. Topic {@link Topic#THREADS}, key: the TID
 * in decimal.
 *
 * @param tid the thread, positive; kept when the thread moves to another board
 * @param bid the board the thread stands in, 0 where no answer said
 * @param title the thread's title
 * @param subtitle the thread's subtitle, may be empty
 * @param closed nobody can reply
 * @param sticky listed first in its board
 * @param important marked as important
 * @param announcement marked as an announcement
 * @param global listed first in every board
 * @param hits how often the thread was read, at least 0
 * @param replyEstimate the forum's own, inexact, count of replies, at least 0
 * @param tags the thread's tags in the order shown, empty where it has none or they were not read yet
 * @param gone the forum no longer shows the thread: it was deleted or hidden. Its posts vanish by events of their own
 * @param observedAt when the forum's answer was received
 */
public record ThreadObserved(
        long tid,
        long bid,
        String title,
        String subtitle,
        boolean closed,
        boolean sticky,
        boolean important,
        boolean announcement,
        boolean global,
        long hits,
        long replyEstimate,
        List<String> tags,
        boolean gone,
        Instant observedAt)
        implements ForumEvent {

    public ThreadObserved {
        tags = List.copyOf(tags);
        Ranges.requireId("tid", tid);
        Ranges.requireIdOrNone("bid", bid);
        Ranges.requireText("title", title);
        Ranges.requireText("subtitle", subtitle);
        Ranges.requireCount("hits", hits);
        Ranges.requireCount("replyEstimate", replyEstimate);
        Ranges.requireTexts("tags", tags);
        Ranges.requireTime("observedAt", observedAt);
    }

    @Override
    public Topic topic() {
        return Topic.THREADS;
    }

    @Override
    public String key() {
        return String.valueOf(tid);
    }

    @Override
    public void handle(Handler handler) {
        handler.thread(this);
    }
}
