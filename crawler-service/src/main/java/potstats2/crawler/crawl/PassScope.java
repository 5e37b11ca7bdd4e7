package potstats2.crawler.crawl;

import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlBoard;

/**
 * How much a pass reads.
 *
 * @param bid the only board, absent for all
 * @param full everything is read and published again
 */
record PassScope(@Nullable Long bid, boolean full) {

    static final PassScope REGULAR = new PassScope(null, false);

    static PassScope of(CrawlBoard command) {
        return new PassScope(command.bid(), command.full());
    }

    boolean includes(long board) {
        return bid == null || bid == board;
    }
}
