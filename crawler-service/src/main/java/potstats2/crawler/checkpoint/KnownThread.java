package potstats2.crawler.checkpoint;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.Checkpoint.ThreadRead;

/** What is known of one thread. Used by one visit at a time. */
public final class KnownThread {

    private static final KnownPage[] NONE = {};

    private final long tid;
    private @Nullable ThreadRead read;
    private @Nullable KnownPage[] pages = NONE;

    /** A page as it was last read. */
    private static final class KnownPage {
        private final byte[] pids;
        private final long lowest;
        private final long highest;
        private final long digest;

        private KnownPage(long[] pids, long digest) {
            this.pids = PidList.encode(pids);
            this.lowest = Arrays.stream(pids).min().orElse(Long.MAX_VALUE);
            this.highest = Arrays.stream(pids).max().orElse(Long.MIN_VALUE);
            this.digest = digest;
        }
    }

    KnownThread(long tid) {
        this.tid = tid;
    }

    /** The thread. */
    public long tid() {
        return tid;
    }

    /** The thread as the newest visit left it, absent when none came to its end. */
    public @Nullable ThreadRead read() {
        return read;
    }

    /** The newest page known to hold posts, 0 where there is none. */
    public int lastPage() {
        return pagesBetween(Long.MIN_VALUE, Long.MAX_VALUE).max().orElse(0);
    }

    /** The posts of a page as last read, none where it was not. */
    public long[] pids(int page) {
        var known = page >= 1 && page <= pages.length ? pages[page - 1] : null;
        return known == null ? new long[0] : PidList.decode(known.pids);
    }

    /** The pages on which posts of these PIDs may be known, both ends included. */
    public IntStream pagesBetween(long lowest, long highest) {
        return IntStream.rangeClosed(1, pages.length).filter(page -> {
            var known = pages[page - 1];
            return known != null && known.pids.length > 0 && known.lowest <= highest && known.highest >= lowest;
        });
    }

    /** The digest of a page as last read, 0 where not all of it was. */
    public long digest(int page) {
        var known = page >= 1 && page <= pages.length ? pages[page - 1] : null;
        return known == null ? 0 : known.digest;
    }

    /** How many pages, read or not, lie before the end of what is known. */
    public int pages() {
        return pages.length;
    }

    void put(ThreadRead newRead) {
        read = newRead;
    }

    void put(PageRead page) {
        if (page.page() > pages.length) {
            pages = Arrays.copyOf(pages, page.page());
        }
        var pids = page.pids().stream().mapToLong(Long::longValue).toArray();
        pages[page.page() - 1] = new KnownPage(pids, page.digest());
    }
}
