package potstats2.crawler.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.page.Refusal;
import potstats2.crawler.page.ThreadPage;

/**
 * One visit to a thread: decides which page to ask for next and what an answer means. Knows no I/O.
 *
 * <p>A page is the last only if it has room and no later page is claimed. Claims may be lies: a page past them that shows
 * nothing new ends the visit, and so does a long run of such pages before them.
 */
final class ThreadReading {

    private static final Logger log = LoggerFactory.getLogger(ThreadReading.class);

    /** Empty, repeated or withheld pages in a row after which a claim of more pages is no longer believed. */
    static final int MAX_BARREN_PAGES = 20;
    /** Pages in a row that could not be read after which the rest of the thread is left for another visit. */
    static final int MAX_FAILED_PAGES = 5;
    /** Pages read only to find out whether posts vanished or stand elsewhere. */
    static final int MAX_SEARCH_PAGES = 3;

    private final KnownThread known;
    private final int maxPages;
    private final Deque<Integer> planned = new ArrayDeque<>();
    private final boolean onwards;
    private final PageWindow window = new PageWindow();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> unresolved = new HashSet<>();
    private long claimed;
    private int end;
    private int barren;
    private int failedInARow;
    private int failed;
    private int searched;
    private boolean searching;
    private boolean ended;

    /**
     * What a page's answer means.
     *
     * @param vanished posts that the thread no longer holds
     * @param pids by page: what to remember of the page read, and of its neighbours where that changed
     */
    record Finding(List<Long> vanished, List<RememberedPage> pids) {}

    /** The posts to remember of a page. */
    record RememberedPage(int page, List<Long> pids) {}

    private ThreadReading(KnownThread known, long claimed, int maxPages, boolean onwards) {
        this.known = known;
        this.claimed = claimed;
        this.maxPages = maxPages;
        this.onwards = onwards;
    }

    /**
     * From the last known page on, to the end.
     *
     * @param claimed how many pages the list claims
     * @param withGaps also the pages before it that could not be read so far
     */
    static ThreadReading continuing(KnownThread known, long claimed, boolean withGaps, int maxPages) {
        var reading = new ThreadReading(known, claimed, maxPages, true);
        var last = Math.max(1, known.lastPage());
        for (var page = 1; page < last && withGaps; page++) {
            if (!known.knows(page)) {
                reading.planned.add(page);
            }
        }
        reading.planned.add(last);
        return reading;
    }

    /** Every page from the first on. */
    static ThreadReading fromTheFirst(KnownThread known, long claimed, int maxPages) {
        var reading = new ThreadReading(known, claimed, maxPages, true);
        for (var page = 1; page <= Math.max(1, known.lastPage()); page++) {
            reading.planned.add(page);
        }
        return reading;
    }

    /**
     * Every known page from the last to the first. When a post vanishes meanwhile, the posts behind it move towards pages
     * that are still to be read: none is overlooked.
     */
    static ThreadReading sweeping(KnownThread known, int maxPages) {
        var reading = new ThreadReading(known, 0, maxPages, false);
        for (var page = Math.max(1, known.lastPage()); page >= 1; page--) {
            reading.planned.add(page);
        }
        return reading;
    }

    /**
     * A page that was set aside, and all that is missing.
     *
     * @param page read even where it is known as it was before
     */
    static ThreadReading mending(KnownThread known, int page, int maxPages) {
        var reading = continuing(known, 0, true, maxPages);
        if (page < known.lastPage() && !reading.planned.contains(page)) {
            reading.planned.addFirst(page);
        }
        return reading;
    }

    /** One known page. */
    static ThreadReading again(KnownThread known, int page, int maxPages) {
        var reading = new ThreadReading(known, 0, maxPages, false);
        reading.planned.add(page);
        return reading;
    }

    /** The page to ask for next; empty when the visit is over. */
    OptionalInt next() {
        if (ended) {
            return OptionalInt.empty();
        }
        var page = planned.peek();
        if (page != null) {
            return OptionalInt.of(page);
        }
        searching = true;
        return searched < MAX_SEARCH_PAGES ? search() : OptionalInt.empty();
    }

    /** Where posts must stand that neither were seen nor are known to have vanished. */
    private OptionalInt search() {
        return unresolved.stream().max(Long::compare).stream()
                .mapToInt(pid -> window.placeOf(pid, end))
                .filter(page -> page >= 1 && page <= maxPages)
                .findFirst();
    }

    /** The page was shown. */
    Finding shown(int asked, ThreadPage page) {
        step();
        failedInARow = 0;
        if (page.header().pages() > 0) {
            claimed = page.header().pages();
        }
        var pids = page.pids();
        var inOrder = isAscending(pids) && page.page() == asked;
        var isLast = page.hasRoom() && claimed <= asked;
        var hasEnd = isLast && page.header().pages() > 0 && asked >= known.lastPage();
        var fresh = seen.addAll(boxed(pids));
        if (searching) {
            return find(asked, pids, inOrder, hasEnd);
        }
        if (fresh) {
            barren = 0;
            var finding = find(asked, pids, inOrder, hasEnd);
            proceed(asked, isLast);
            return finding;
        }
        barren++;
        var finding =
                pids.length == 0 ? find(asked, pids, page.page() == asked, hasEnd) : new Finding(List.of(), List.of());
        proceed(asked, claimed <= asked || barren >= MAX_BARREN_PAGES);
        return finding;
    }

    /** The page was shown, but some of its posts could not be read: it stays unknown. */
    void shownInPart(int asked, ThreadPage page) {
        claimed = Math.max(claimed, page.header().pages());
        seen.addAll(boxed(page.pids()));
        failed(asked);
    }

    /**
     * The page was refused.
     *
     * @return whether the visit goes on: some pages may be for members only
     */
    boolean refused(int asked, Refusal refusal) {
        step();
        if (refusal != Refusal.NOT_LOGGED_IN) {
            ended = true;
            return false;
        }
        barren++;
        proceed(asked, claimed <= asked || barren >= MAX_BARREN_PAGES);
        return true;
    }

    /** The page could not be had or read. */
    void failed(int asked) {
        step();
        failed++;
        failedInARow++;
        if (searching || failedInARow >= MAX_FAILED_PAGES) {
            ended = true;
        }
        proceed(asked, claimed <= asked);
    }

    /** Whether every page was read that should have been. */
    boolean isComplete() {
        return failed == 0;
    }

    /** Whether some posts are still neither seen nor gone: a sweep of the whole thread would tell. */
    boolean isInDoubt() {
        return !unresolved.isEmpty();
    }

    private void step() {
        if (planned.poll() == null) {
            searched++;
        }
    }

    private void proceed(int asked, boolean isLast) {
        if (isLast) {
            end = Math.max(end, asked);
        }
        if (isLast || !onwards || searching || !planned.isEmpty()) {
            return;
        }
        if (asked < maxPages) {
            planned.add(asked + 1);
        } else {
            log.warn("Thread {} is cut off after page {}: it never ends", known.tid(), asked);
            end = asked;
        }
    }

    private Finding find(int asked, long[] pids, boolean inOrder, boolean hasEnd) {
        window.read(asked, pids, inOrder, hasEnd);
        var before = new ArrayList<Long>();
        for (var page = asked - 1; page <= asked + 1; page++) {
            before.addAll(boxed(known.pids(page)));
        }
        var vanished = before.stream()
                .filter(pid -> !seen.contains(pid) && window.hasNoRoomFor(pid, asked))
                .distinct()
                .toList();
        var shown = Set.copyOf(boxed(pids));
        var remembered = new ArrayList<RememberedPage>();
        var now = new ArrayList<>(boxed(pids).stream().distinct().toList());
        for (var pid : boxed(known.pids(asked))) {
            if (seen.contains(pid)) {
                // Seen on another page, before an interruption perhaps: another visit may have found it here since.
                if (!shown.contains(pid) && !isKnownBeside(asked, pid)) {
                    now.add(pid);
                }
            } else if (!vanished.contains(pid)) {
                now.add(pid);
                if (!searching) {
                    unresolved.add(pid);
                }
            }
        }
        remembered.add(new RememberedPage(asked, now));
        for (var neighbour : new int[] {asked - 1, asked + 1}) {
            var old = boxed(known.pids(neighbour));
            var kept = old.stream()
                    .filter(pid -> !shown.contains(pid) && !vanished.contains(pid))
                    .toList();
            if (kept.size() < old.size()) {
                remembered.add(new RememberedPage(neighbour, kept));
            }
        }
        unresolved.removeAll(seen);
        vanished.forEach(unresolved::remove);
        return new Finding(vanished, remembered);
    }

    private boolean isKnownBeside(int page, long pid) {
        return boxed(known.pids(page - 1)).contains(pid)
                || boxed(known.pids(page + 1)).contains(pid);
    }

    private static boolean isAscending(long[] pids) {
        for (var i = 1; i < pids.length; i++) {
            if (pids[i] <= pids[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static List<Long> boxed(long[] pids) {
        return Arrays.stream(pids).boxed().toList();
    }
}
