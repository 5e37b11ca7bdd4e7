package potstats2.crawler.source;

/**
 * What the crawl has to know of a forum's pages.
 *
 * @param threadsOnAPage of a board's list that is not the last
 * @param postsOnAPage of a thread without gaps
 * @param pidsAscend whether posts stand in the order of their PIDs; where not, a page proves nothing of posts that it does
 *     not show
 */
public record SourceTraits(int threadsOnAPage, int postsOnAPage, boolean pidsAscend) {

    public SourceTraits {
        if (threadsOnAPage < 1 || postsOnAPage < 1) {
            throw new IllegalArgumentException("pages hold something");
        }
    }

    /** How many pages so many threads fill. */
    public long listPages(long threads) {
        return threads / threadsOnAPage + (threads % threadsOnAPage == 0 ? 0 : 1);
    }

    /** Whether a page has room for a thread. */
    public boolean hasRoom(BoardPage page) {
        return page.threads().size() + page.unreadable().size() < threadsOnAPage;
    }

    /** Whether a page has room for a post; a full page is never proof of the thread's end. */
    public boolean hasRoom(ThreadPage page) {
        return page.posts().size() + page.unreadable().size() < postsOnAPage;
    }
}
