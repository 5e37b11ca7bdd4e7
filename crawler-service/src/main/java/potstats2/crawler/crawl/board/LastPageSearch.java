package potstats2.crawler.crawl.board;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.SourceTraits;

/**
 * Finds the last list page of a board. The claimed number of threads is an estimate, believed where the last page shows
 * just as many: from there the search goes up or down in steps that double, then halves what is left.
 */
final class LastPageSearch {

    private static final int SLACK = 100;

    private final SourceTraits traits;
    private final long claimedThreads;
    private final int claimed;
    private final int limit;
    private final Set<List<Long>> shown = new HashSet<>();
    private int highestShown;
    private int lowestEmpty;
    private int step = 1;
    private int next;
    private boolean done;
    private @Nullable BoardPage last;

    LastPageSearch(long claimedThreads, SourceTraits traits, int maxPages) {
        this.traits = traits;
        this.claimedThreads = claimedThreads;
        claimed = (int) Math.min(Math.max(1, traits.listPages(claimedThreads)), maxPages);
        limit = (int) Math.min((claimedThreads == 0 ? maxPages : 2L * claimed) + SLACK, maxPages);
        lowestEmpty = limit + 1;
        next = claimed;
    }

    boolean isDone() {
        return done;
    }

    int next() {
        return next;
    }

    /** The last page that has threads, 0 if none has; once the search is done. */
    int lastPage() {
        return highestShown;
    }

    /** That page as the search saw it, absent if it did not. */
    @Nullable
    BoardPage last() {
        return last;
    }

    void answered(int asked, BoardPage page) {
        var tids = page.threads().stream().map(ListedThread::tid).toList();
        if (page.page() == asked && !tids.isEmpty() && shown.add(tids)) {
            if (asked > highestShown) {
                highestShown = asked;
                last = page;
            }
            done = asked >= claimed && traits.hasRoom(page) && isJustAsClaimed(asked, page);
        } else {
            lowestEmpty = Math.min(lowestEmpty, asked);
        }
        decide();
    }

    /** A page with room is no proof of the end: threads that are not shown leave gaps. */
    private boolean isJustAsClaimed(int asked, BoardPage page) {
        var own = page.threads().stream()
                .filter(thread ->
                        thread.header().bid() == null || thread.header().bid() == page.bid())
                .map(ListedThread::tid)
                .distinct()
                .count();
        return claimedThreads == (asked - 1L) * traits.threadsOnAPage() + own;
    }

    /** Treated as a page with threads: better one page too many than one too few. */
    void failed(int asked) {
        if (asked > highestShown) {
            highestShown = asked;
            last = null;
        }
        decide();
    }

    private void decide() {
        if (done || lowestEmpty == highestShown + 1) {
            done = true;
        } else if (lowestEmpty > limit) {
            next = Math.min(highestShown + step, limit);
            step *= 2;
        } else if (highestShown == 0) {
            next = Math.max(1, lowestEmpty - step);
            step *= 2;
        } else {
            next = (highestShown + lowestEmpty) / 2;
        }
    }
}
