package potstats2.events;

import org.jspecify.annotations.Nullable;

/**
 * Asks the crawler for a pass. Key: the BID in decimal, or {@code all}.
 *
 * @param bid the board, absent for all of them
 * @param full read every page again, not only what moved
 */
public record CrawlBoard(@Nullable Long bid, boolean full) implements CrawlerCommand {

    @Override
    public String key() {
        return bid == null ? "all" : bid.toString();
    }

    @Override
    public <T> T handle(Handler<T> handler) {
        return handler.crawl(this);
    }
}
