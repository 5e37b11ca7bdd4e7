package potstats2.crawler.crawl.thread;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.crawl.thread.PageWindow.Range;
import potstats2.crawler.source.Refusal;
import potstats2.crawler.source.SourceTraits;
import potstats2.crawler.source.ThreadPage;

/**
 * One visit to a thread: decides which page to ask for next and what an answer means. Knows no I/O.
 *
 * <p>A page is the last only if it has room, no later page is claimed, and no newer post is promised. All that may be
 * lies: a page past the claims that shows nothing new ends the visit, several where a newer post is promised, and so does
 * a long run of such pages before them.
 */
final class ThreadReading {

    private static final Logger log = LoggerFactory.getLogger(ThreadReading.class);

    /** Empty, repeated or withheld pages in a row after which a claim of more pages is no longer believed. */
    static final int MAX_BARREN_PAGES = 20;
    /** As many past the claimed pages, after which a promise of newer posts is no longer believed. */
    static final int MAX_BARREN_PAGES_PAST_CLAIMS = 5;
    /** Pages in a row that could not be read after which the rest of the thread is left for another visit. */
    static final int MAX_FAILED_PAGES = 5;
    /** Pages read only to find out whether posts vanished or stand elsewhere. */
    static final int MAX_SEARCH_PAGES = 3;

    private final KnownThread known;
    private final int maxPages;
    private final SourceTraits traits;
    private final Deque<Integer> planned = new ArrayDeque<>();
    private final int firstPage;
    private final boolean whole;
    private final PageWindow window = new PageWindow();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> unresolved = new HashSet<>();
    private PromisedPosts promised = PromisedPosts.none();
    private long claimed;
    private int end;
    private int barren;
    private int failedInARow;
    private int failed;
    private int searched;
    private boolean onwards;
    private boolean searching;
    private boolean ended;

    /**
     * What a page's answer means.
     *
     * @param vanished posts that the thread no longer holds
     * @param pids what to remember of the page read, then of others where that changed
     */
    record Finding(List<Long> vanished, List<RememberedPage> pids) {}

    /** The posts to remember of a page. */
    record RememberedPage(int page, List<Long> pids) {}

    private enum Extent {
        ONE_PAGE,
        TO_THE_END,
        WHOLE
    }

    private ThreadReading(
            KnownThread known, int firstPage, long claimed, int maxPages, SourceTraits traits, Extent extent) {
        this.known = known;
        this.firstPage = firstPage;
        this.claimed = claimed;
        this.maxPages = maxPages;
        this.traits = traits;
        this.onwards = extent != Extent.ONE_PAGE;
        this.whole = extent == Extent.WHOLE;
    }

    /**
     * From the last known page on, to the end.
     *
     * @param claimed how many pages the list claims
     * @param withGaps also the pages before it that could not be read, or not wholly
     */
    static ThreadReading continuing(
            KnownThread known, long claimed, boolean withGaps, int maxPages, SourceTraits traits) {
        var last = Math.max(1, known.lastPage());
        var reading = new ThreadReading(known, last, claimed, maxPages, traits, Extent.TO_THE_END);
        for (var page = 1; page < last && withGaps; page++) {
            if (known.digest(page) == 0) {
                reading.planned.add(page);
            }
        }
        reading.planned.add(last);
        return reading;
    }

    /**
     * Every page: from the last known page on, to the end, then those before it down to the first. When a post vanishes
     * meanwhile, the posts behind it move towards pages that are still to be read: none is overlooked.
     */
    static ThreadReading whole(KnownThread known, long claimed, int maxPages, SourceTraits traits) {
        var last = Math.max(1, known.lastPage());
        var reading = new ThreadReading(known, last, claimed, maxPages, traits, Extent.WHOLE);
        reading.planned.add(last);
        return reading;
    }

    /**
     * A page that was set aside, and all that is missing.
     *
     * @param page read even where it is known as it was before
     */
    static ThreadReading mending(KnownThread known, int page, int maxPages, SourceTraits traits) {
        var reading = continuing(known, 0, true, maxPages, traits);
        if (page < known.lastPage() && !reading.planned.contains(page)) {
            reading.planned.addFirst(page);
        }
        return reading;
    }

    /** One known page. */
    static ThreadReading ofPage(KnownThread known, int page, int maxPages, SourceTraits traits) {
        var reading = new ThreadReading(known, page, 0, maxPages, traits, Extent.ONE_PAGE);
        reading.planned.add(page);
        return reading;
    }

    /** Before the first page: what the thread is to hold, whatever its pages claim. */
    ThreadReading expecting(PromisedPosts posts) {
        promised = posts;
        return this;
    }

    /** Goes on after an interruption, in which others may have read posts that were not there before. */
    void resumed() {
        window.forget();
        end = 0;
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
        var fresh = see(page);
        claimed = claims(page);
        var isRepetition = onwards && !fresh && page.pids().length > 0;
        var finding = isRepetition ? new Finding(List.of(), List.of()) : compared(asked, page);
        proceed(asked, isLast(asked, page) || (!fresh && isTheLastToAskFor(asked)));
        return finding;
    }

    /** Whether it showed anything that was not seen before. */
    private boolean see(ThreadPage page) {
        failedInARow = 0;
        promised.shown(page);
        var fresh = seen.addAll(boxed(page.pids()));
        barren = fresh ? 0 : barren + 1;
        return fresh;
    }

    /** What a page says of its thread is newer than what the list said, but it may say less than it knows. */
    private long claims(ThreadPage page) {
        var pages = page.header().pages();
        return pages == 0 || promised.isSilent() ? Math.max(claimed, pages) : pages;
    }

    private boolean isLast(int asked, ThreadPage page) {
        return isPastClaims(asked) && traits.hasRoom(page);
    }

    private boolean isPastClaims(int asked) {
        return claimed <= asked && (barren >= MAX_BARREN_PAGES_PAST_CLAIMS || !promised.isBroken());
    }

    private boolean isTheLastToAskFor(int asked) {
        return onwards && (isPastClaims(asked) || barren >= MAX_BARREN_PAGES);
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
        // Posts may be promised that only members see.
        proceed(asked, onwards && (claimed <= asked || barren >= MAX_BARREN_PAGES));
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

    /** The last post's time as the thread's own pages said last, absent where they did not. */
    @Nullable
    Instant shownLastPost() {
        return promised.shown();
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
        if (!onwards || !planned.isEmpty()) {
            return;
        }
        if (!isLast && asked < maxPages) {
            planned.add(asked + 1);
            return;
        }
        if (!isLast) {
            log.warn("Thread {} is cut off after page {}: it never ends", known.tid(), asked);
            end = asked;
        }
        onwards = false;
        for (var page = firstPage - 1; page >= 1 && whole; page--) {
            planned.add(page);
        }
    }

    private Finding compared(int asked, ThreadPage page) {
        var inOrder = traits.pidsAscend() && isAscending(page.pids()) && page.page() == asked;
        var isEnd = isLast(asked, page) && page.header().pages() > 0 && asked >= known.lastPage();
        var proven = window.read(asked, page.pids(), inOrder, isEnd);
        var finding = remembered(asked, page.pids(), proven);
        if (!searching) {
            unresolved.addAll(finding.pids().get(0).pids());
        }
        unresolved.removeAll(seen);
        finding.vanished().forEach(unresolved::remove);
        return finding;
    }

    /** A post is remembered on one page alone: where it was shown last, until it is known to have vanished. */
    private Finding remembered(int asked, long[] pids, Range proven) {
        var shown = new LinkedHashSet<>(boxed(pids));
        var vanished = new ArrayList<Long>();
        var here = new ArrayList<>(shown);
        var elsewhere = new ArrayList<RememberedPage>();
        for (var page : concerned(asked, pids, proven)) {
            // Unless the whole thread is read, a post out of its place must not cost all the others.
            var isNear = whole || Math.abs(page - asked) <= 1;
            var before = boxed(known.pids(page));
            var gone = before.stream()
                    .filter(pid -> isNear && proven.contains(pid) && !seen.contains(pid))
                    .toList();
            var kept = before.stream()
                    .filter(pid -> !shown.contains(pid) && !gone.contains(pid))
                    .toList();
            vanished.addAll(gone);
            if (page == asked) {
                here.addAll(kept);
            } else if (kept.size() < before.size()) {
                elsewhere.add(new RememberedPage(page, kept));
            }
        }
        elsewhere.add(0, new RememberedPage(asked, here));
        return new Finding(vanished, elsewhere);
    }

    private Set<Integer> concerned(int asked, long[] pids, Range proven) {
        var lowest = Arrays.stream(pids).reduce(proven.from(), Math::min);
        var highest = Arrays.stream(pids).reduce(proven.upTo(), Math::max);
        var pages = known.pagesBetween(lowest, highest).boxed().collect(Collectors.toCollection(TreeSet::new));
        pages.add(asked);
        return pages;
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
