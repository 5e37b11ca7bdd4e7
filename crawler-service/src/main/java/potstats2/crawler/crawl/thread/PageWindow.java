package potstats2.crawler.crawl.thread;

import java.util.Objects;
import java.util.TreeMap;

/**
 * The pages that one visit read, and what they prove about posts that they do not show. Posts stand in the order of their
 * PIDs, so a page proves that what belongs between its first and its last post and is not there is in the thread no more.
 * Between two pages that proof needs the lower one to be read after the upper one: posts move down when others vanish.
 */
final class PageWindow {

    private final TreeMap<Integer, ReadPage> pages = new TreeMap<>();

    /**
     * A page as this visit read it last.
     *
     * @param first smallest PID, above the last where the page was empty
     * @param last largest PID
     * @param upTo the largest PID of which the page proves that it is gone unless shown
     */
    private record ReadPage(long first, long last, long upTo) {
        boolean isEmpty() {
            return first > last;
        }
    }

    /**
     * PIDs of which it is known whether the thread holds them.
     *
     * @param from the smallest, above the largest where nothing is known
     * @param upTo the largest
     */
    record Range(long from, long upTo) {
        static final Range NONE = new Range(Long.MAX_VALUE, Long.MIN_VALUE);

        boolean contains(long pid) {
            return pid >= from && pid <= upTo;
        }
    }

    /**
     * Adds a page.
     *
     * @param inOrder whether its PIDs ascend; if not, it proves nothing
     * @param isEnd whether the answer itself says that nothing follows
     * @return the PIDs that are in the thread no more, unless the page shows them
     */
    Range read(int page, long[] pids, boolean inOrder, boolean isEnd) {
        if (!inOrder) {
            pages.remove(page);
            return Range.NONE;
        }
        var first = pids.length == 0 ? Long.MAX_VALUE : pids[0];
        var last = pids.length == 0 ? Long.MIN_VALUE : pids[pids.length - 1];
        var upTo = isEnd ? Long.MAX_VALUE : Math.max(last, belowThePageAbove(page));
        pages.put(page, new ReadPage(first, last, upTo));
        return new Range(page == 1 ? Long.MIN_VALUE : first, upTo);
    }

    /** What was read so far proves nothing any more: too much can have happened since. */
    void forget() {
        pages.clear();
    }

    private long belowThePageAbove(int page) {
        for (var number = page + 1; pages.containsKey(number); number++) {
            var above = Objects.requireNonNull(pages.get(number));
            if (!above.isEmpty()) {
                return above.first - 1;
            }
            if (above.upTo == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
        }
        return Long.MIN_VALUE;
    }

    /**
     * The page that would settle where a post is.
     *
     * @param end the thread's last page, 0 where this visit did not see it
     * @return 0 if there is none
     */
    int placeOf(long pid, int end) {
        var lowestAbove = 0;
        var highest = 0;
        for (var page : pages.entrySet()) {
            if (!page.getValue().isEmpty() && lowestAbove == 0) {
                if (page.getValue().first > pid) {
                    lowestAbove = page.getKey();
                } else {
                    highest = page.getKey();
                }
            }
        }
        if (lowestAbove > 0) {
            return lowestAbove - 1;
        }
        if (highest == 0) {
            return pages.isEmpty() ? 0 : pages.firstKey() - 1;
        }
        return end == 0 ? firstUnreadAfter(highest) : highest;
    }

    private int firstUnreadAfter(int page) {
        var next = page + 1;
        while (pages.containsKey(next)) {
            next++;
        }
        return next;
    }
}
