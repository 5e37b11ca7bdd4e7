package potstats2.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the crawler has read, and whether it is to read, one record an entity. Topic {@link Topic#CHECKPOINTS}, read to its end when the crawler
 * starts. A checkpoint is written only after every event it covers was acknowledged.
 */
public sealed interface Checkpoint extends Event
        permits Checkpoint.BoardRead,
                Checkpoint.ThreadRead,
                Checkpoint.PageRead,
                Checkpoint.ProfileRead,
                Checkpoint.Pause {

    @Override
    default Topic topic() {
        return Topic.CHECKPOINTS;
    }

    /** The record's key, e.g. {@code thread:140831}. */
    @Override
    String key();

    /** Calls the method for what this is. */
    void handle(Handler handler);

    /** Whoever takes checkpoints over takes each kind of them. */
    interface Handler {
        void board(BoardRead board);

        void thread(ThreadRead thread);

        void page(PageRead page);

        void profile(ProfileRead profile);

        void pause(Pause pause);
    }

    /**
     * A board's first pass and its newest incremental pass. Key {@code board:<bid>}.
     *
     * @param bid the board
     * @param firstPassPage the list page that the first pass reads next, counting down; 0: the first pass is complete
     * @param unreadListPages how many list pages, from the newest on, may show threads that moved and were not read
     *     yet; 0 when the newest pass came to its end
     * @param passCompletedAt when the newest pass that found something ended, absent before the first has
     */
    record BoardRead(
            long bid,
            int firstPassPage,
            int unreadListPages,
            @Nullable Instant passCompletedAt) implements Checkpoint {
        public BoardRead {
            Ranges.requireId("bid", bid);
            Ranges.requirePageOrNone("firstPassPage", firstPassPage);
            Ranges.requirePageOrNone("unreadListPages", unreadListPages);
            Ranges.requireTime("passCompletedAt", passCompletedAt);
        }

        @Override
        public String key() {
            return "board:" + bid;
        }

        @Override
        public void handle(Handler handler) {
            handler.board(this);
        }
    }

    /**
     * A thread when the newest visit to it ended. Key {@code thread:<tid>}. Which of its pages were read is said by
     * {@link PageRead}, page by page.
     *
     * @param thread the thread as published last
     * @param tagsRead whether its tags belong to the title and subtitle it has
     * @param listedLastPost the last post's time in the list that this visit answered, absent where the list showed none
     * @param listedReplies the reply count in that list
     * @param shownLastPost the last post's time on the thread's own pages, absent where they showed none
     * @param failures visits in a row that could not read all they should; 0: nothing is missing
     * @param readAt when the visit ended
     * @param sweptAt when the whole thread was last read again, or first read
     */
    record ThreadRead(
            ThreadObserved thread,
            boolean tagsRead,
            @Nullable Instant listedLastPost,
            long listedReplies,
            @Nullable Instant shownLastPost,
            int failures,
            Instant readAt,
            Instant sweptAt)
            implements Checkpoint {
        public ThreadRead {
            Ranges.requireTime("listedLastPost", listedLastPost);
            Ranges.requireCount("listedReplies", listedReplies);
            Ranges.requireTime("shownLastPost", shownLastPost);
            Ranges.requireCount("failures", failures);
            Ranges.requireTime("readAt", readAt);
            Ranges.requireTime("sweptAt", sweptAt);
        }

        @Override
        public String key() {
            return "thread:" + thread.tid();
        }

        @Override
        public void handle(Handler handler) {
            handler.thread(this);
        }
    }

    /**
     * One page of a thread as last read. Key {@code page:<tid>:<page>}.
     *
     * @param tid the thread
     * @param page the page, from 1
     * @param pids the posts it held, in the order shown, then those it held before and of which it is not known yet
     *     whether they vanished or stand on another page: what a later reading compares with. Each post is on one page
     *     alone
     * @param newestPostAt when the newest of its posts was written, absent where it holds none
     * @param digest of all that was published of the page: the same digest, nothing new to publish; 0: the page is still
     *     to be read, for some of its posts could not be
     * @param readAt when it was read
     */
    record PageRead(
            long tid, int page, List<Long> pids, @Nullable Instant newestPostAt, long digest, Instant readAt)
            implements Checkpoint {

        public PageRead {
            pids = List.copyOf(pids);
            Ranges.requireId("tid", tid);
            Ranges.requirePage("page", page);
            pids.forEach(pid -> Ranges.requireId("pid", pid));
            Ranges.requireTime("newestPostAt", newestPostAt);
            Ranges.requireTime("readAt", readAt);
        }

        @Override
        public String key() {
            return "page:" + tid + ":" + page;
        }

        @Override
        public void handle(Handler handler) {
            handler.page(this);
        }
    }

    /**
     * A user's profile. Key {@code profile:<uid>}.
     *
     * @param uid the user
     * @param readAt when the profile was last read, absent while it is only wanted
     */
    record ProfileRead(long uid, @Nullable Instant readAt) implements Checkpoint {
        public ProfileRead {
            Ranges.requireId("uid", uid);
            Ranges.requireTime("readAt", readAt);
        }

        @Override
        public String key() {
            return "profile:" + uid;
        }

        @Override
        public void handle(Handler handler) {
            handler.profile(this);
        }
    }

    /**
     * Whether an operator wants the forum to be left alone. Key {@link #KEY}. Also on {@link Topic#COMMANDS}, for the
     * crawler that crawls already; of two the later one holds.
     *
     * @param paused whether no more requests are wanted
     * @param at when the operator said so
     */
    record Pause(boolean paused, Instant at) implements Checkpoint {
        public Pause {
            Ranges.requireTime("at", at);
        }

        /** The key of all of them: the newest is kept. */
        public static final String KEY = "pause";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public void handle(Handler handler) {
            handler.pause(this);
        }
    }
}
