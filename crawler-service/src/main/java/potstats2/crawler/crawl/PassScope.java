package potstats2.crawler.crawl;

import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlBoard;

/**
 * How much a pass reads.
 *
 * @param bid the only board, absent for all
 * @param depth how far beyond what moved
 */
record PassScope(@Nullable Long bid, Depth depth) {

    static final PassScope REGULAR = new PassScope(null, Depth.CHANGED);

    /** How much is read beyond what moved. */
    enum Depth {
        /** Nothing. */
        CHANGED,
        /** Every page of the boards' lists. */
        LISTS,
        /** Everything, which is published again. */
        EVERYTHING
    }

    static PassScope of(CrawlBoard command) {
        return new PassScope(command.bid(), command.full() ? Depth.EVERYTHING : Depth.CHANGED);
    }

    static PassScope listOf(long board) {
        return new PassScope(board, Depth.LISTS);
    }

    boolean includes(long board) {
        return bid == null || bid == board;
    }
}
