package potstats2.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the crawler has read, one record an entity. Topic {@link Topic#CHECKPOINTS}, read to its end when the crawler
 * starts. A checkpoint is written only after every event it covers was acknowledged.
 */
public sealed interface Checkpoint
        permits Checkpoint.BoardRead, Checkpoint.ThreadRead, Checkpoint.PageRead, Checkpoint.ProfileRead {

    /** The record's key, e.g. {@code thread:140831}. */
    String key();

    /**
     * A board's first pass and its newest incremental pass. Key {@code board:<bid>}.
     *
     * @param bid the board
     * @param firstPassPage the list page that the first pass reads next, counting down; 0: the first pass is complete
     * @param passCompletedAt when the newest pass ended, absent before the first has
     */
    record BoardRead(long bid, int firstPassPage, @Nullable Instant passCompletedAt) implements Checkpoint {
        @Override
        public String key() {
            return "board:" + bid;
        }
    }

    /**
     * A thread as far as it was read. Key {@code thread:<tid>}.
     *
     * @param tid the thread
     * @param bid the board it stood in
     * @param pagesRead pages read from the first on; the last of them may have been incomplete
     * @param complete every page that the list promised has been read
     * @param listedLastPost the last post's time in the list that this reading answered, absent where the list showed none
     * @param listedReplies the reply count in that list
     * @param firstReadAt when page 1 was last read
     * @param sweptAt when the whole thread was last read again
     * @param closed it was closed and neither sticky nor global
     * @param gone the forum no longer shows it
     * @param tags its tags, absent before they were read
     */
    record ThreadRead(
            long tid,
            long bid,
            int pagesRead,
            boolean complete,
            @Nullable Instant listedLastPost,
            long listedReplies,
            @Nullable Instant firstReadAt,
            @Nullable Instant sweptAt,
            boolean closed,
            boolean gone,
            @Nullable List<String> tags)
            implements Checkpoint {
        @Override
        public String key() {
            return "thread:" + tid;
        }
    }

    /**
     * One page of a thread as last read. Key {@code page:<tid>:<page>}.
     *
     * @param tid the thread
     * @param page the page, from 1
     * @param pids the posts it held, in the order shown: what a later reading compares with to see what vanished
     * @param readAt when it was read
     */
    record PageRead(long tid, int page, List<Long> pids, Instant readAt) implements Checkpoint {
        @Override
        public String key() {
            return "page:" + tid + ":" + page;
        }
    }

    /**
     * A user's profile. Key {@code profile:<uid>}.
     *
     * @param uid the user
     * @param readAt when the profile was last read, absent while it is only wanted
     */
    record ProfileRead(long uid, @Nullable Instant readAt) implements Checkpoint {
        @Override
        public String key() {
            return "profile:" + uid;
        }
    }
}
