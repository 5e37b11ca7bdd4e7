package potstats2.crawler.crawl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.page.BoardPage;
import potstats2.crawler.page.ListedThread;

/**
 * Finds the last list page of a board. The claimed number of threads is an estimate: from there the search goes up or
 * down in steps that double, then halves what is left.
 */
final class LastPageSearch {

    private static final int SLACK = 100;

    private final int claimed;
    private final int limit;
    private final Set<List<Long>> shown = new HashSet<>();
    private int highestShown;
    private int lowestEmpty;
    private int step = 1;
    private int next;
    private boolean done;
    private @Nullable BoardPage last;

    LastPageSearch(long claimedThreads, int maxPages) {
        claimed = (int) Math.min(Math.max(1, (claimedThreads + BoardPage.SIZE - 1) / BoardPage.SIZE), maxPages);
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
            done = page.hasRoom() && asked >= claimed;
        } else {
            lowestEmpty = Math.min(lowestEmpty, asked);
        }
        decide();
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
