package potstats2.crawler.crawl.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.SourceTraits;
import potstats2.events.Checkpoint.BoardRead;

/** The way through the list of a board's threads: decides which page to ask for next and what to read. Knows no I/O. */
public sealed interface BoardWalk permits FirstWalk, RefreshWalk {

    /**
     * Threads to look at, and what may be remembered.
     *
     * @param threads in the order in which to look at them
     * @param before to be remembered before the first is looked at
     * @param whenDone to be remembered when all are read
     */
    record Chunk(
            List<ListedThread> threads,
            @Nullable BoardRead before,
            @Nullable BoardRead whenDone) {
        public Chunk {
            threads = List.copyOf(threads);
        }
    }

    /** Through the whole list of a board of which nothing is known. */
    static BoardWalk starting(
            long bid, long claimedThreads, SourceTraits traits, int maxPages, boolean patient, Supplier<Instant> now) {
        return FirstWalk.starting(bid, claimedThreads, traits, maxPages, patient, now);
    }

    /**
     * Such a walk that was interrupted.
     *
     * @param page the list page to read next
     * @param patient whether a page that cannot be read is left for a later walk, rather than passed over
     * @param isKnown whether a thread was met before the interruption
     */
    static BoardWalk resuming(long bid, int page, boolean patient, LongPredicate isKnown, Supplier<Instant> now) {
        return FirstWalk.resuming(bid, page, patient, isKnown, now);
    }

    /**
     * Through the newest pages of the list of a board that was read before.
     *
     * @param isNews whether a thread has to be read
     */
    static BoardWalk refreshing(
            BoardRead before,
            Predicate<ListedThread> isNews,
            SourceTraits traits,
            int maxPages,
            boolean patient,
            Supplier<Instant> now) {
        return new RefreshWalk(before, isNews, traits, maxPages, patient, now);
    }

    /** The list page to ask for next, empty when the walk is over. */
    OptionalInt next();

    /** The page was shown. */
    Optional<Chunk> listed(int asked, BoardPage page);

    /** The page could not be had or read. */
    Optional<Chunk> failed(int asked);

    /** The board is not shown: the walk is over, nothing is remembered. */
    void refused();
}
