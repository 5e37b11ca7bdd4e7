package potstats2.crawler.crawl.thread;

import org.jspecify.annotations.Nullable;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.crawl.recording.ObservationClock;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.crawl.thread.ThreadVisit.Purpose;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.ListedThread;

/**
 * Visits to a forum's threads.
 *
 * @param maxPages where a thread that never ends is cut off
 */
public record ThreadVisits(
        ForumSource forum, Recorder recorder, Checkpoints checkpoints, ObservationClock observations, int maxPages) {

    /**
     * Reads what is new.
     *
     * @param listed the list entry that the visit answers, absent where it answers none
     * @param board the board in whose list the thread was seen
     * @param withGaps also the pages that could not be read, or not wholly
     */
    public ThreadVisit continuing(KnownThread known, @Nullable ListedThread listed, long board, boolean withGaps) {
        var reading = ThreadReading.continuing(known, claimedPages(listed), withGaps, maxPages, forum.traits());
        return new ThreadVisit(this, known, reading, listed, board, Purpose.CHANGED);
    }

    /** Reads everything, which is published again; the parameters as above. */
    public ThreadVisit republishing(KnownThread known, @Nullable ListedThread listed, long board) {
        var reading = ThreadReading.whole(known, claimedPages(listed), maxPages, forum.traits());
        return new ThreadVisit(this, known, reading, listed, board, Purpose.REPUBLISH);
    }

    private static long claimedPages(@Nullable ListedThread listed) {
        return listed == null ? 0 : listed.header().pages();
    }

    /** Reads a page that was set aside, and all that is missing of the thread. */
    public ThreadVisit mending(long tid, int page) {
        var known = checkpoints.thread(tid);
        var reading = ThreadReading.mending(known, page, maxPages, forum.traits());
        return new ThreadVisit(this, known, reading, null, 0, Purpose.CHANGED);
    }

    /** Reads one page whose posts may have been edited. */
    public ThreadVisit rereading(long tid, int page) {
        var known = checkpoints.thread(tid);
        var reading = ThreadReading.ofPage(known, page, maxPages, forum.traits());
        return new ThreadVisit(this, known, reading, null, boardOf(known), Purpose.REREAD);
    }

    /** Reads every page, for what may have changed or vanished. */
    public ThreadVisit sweeping(long tid) {
        var known = checkpoints.thread(tid);
        var reading = ThreadReading.whole(known, 0, maxPages, forum.traits());
        return new ThreadVisit(this, known, reading, null, boardOf(known), Purpose.SWEEP);
    }

    private static long boardOf(KnownThread known) {
        var read = known.read();
        return read == null ? 0 : read.thread().bid();
    }
}
