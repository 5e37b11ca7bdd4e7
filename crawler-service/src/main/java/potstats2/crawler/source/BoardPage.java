package potstats2.crawler.source;

import java.util.List;

/**
 * A page of a board's threads, newest activity first.
 *
 * @param bid the board
 * @param page which page the forum says it is, from 1
 * @param numberOfThreads the forum's estimate for the whole board
 * @param numberOfReplies the forum's estimate for the whole board
 * @param threads the threads in the order listed; sticky and global ones come first on page 1, in addition
 * @param unreadable the threads that cannot be read
 */
public record BoardPage(
        long bid,
        long page,
        long numberOfThreads,
        long numberOfReplies,
        List<ListedThread> threads,
        List<UnreadableElement> unreadable)
        implements BoardAnswer {

    public BoardPage {
        threads = List.copyOf(threads);
        unreadable = List.copyOf(unreadable);
    }

    /** A page all of whose threads can be read. */
    public BoardPage(long bid, long page, long numberOfThreads, long numberOfReplies, List<ListedThread> threads) {
        this(bid, page, numberOfThreads, numberOfReplies, threads, List.of());
    }
}
