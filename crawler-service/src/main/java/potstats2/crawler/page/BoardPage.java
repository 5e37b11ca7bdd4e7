package potstats2.crawler.page;

import java.util.List;

/**
 * A page of a board's threads, newest activity first.
 *
 * @param bid the board
 * @param page which page the forum says it is, from 1
 * @param numberOfThreads the forum's estimate for the whole board
 * @param numberOfReplies the forum's estimate for the whole board
 * @param threads the threads in the order listed; sticky and global ones come first on page 1, in addition
 */
public record BoardPage(long bid, long page, long numberOfThreads, long numberOfReplies, List<ListedThread> threads)
        implements BoardAnswer {

    /** Threads on a page that is not the last. */
    public static final int SIZE = 30;

    public BoardPage {
        threads = List.copyOf(threads);
    }
}
