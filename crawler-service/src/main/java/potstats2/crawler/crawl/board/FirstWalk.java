package potstats2.crawler.crawl.board;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.SourceTraits;
import potstats2.events.Checkpoint.BoardRead;

/**
 * A board's whole list, from its oldest page to page 1, so that threads that move up are met again. Threads that move
 * down, because others moved above them, would slip onto a page that was read already: whenever the board's counts say
 * that something happened since the page above was listed, that page is listed once more.
 */
final class FirstWalk implements BoardWalk {

    private final long bid;
    private final Supplier<Instant> now;
    private final boolean patient;
    private final LongPredicate isKnown;
    private final Set<Long> seen = new HashSet<>();
    private @Nullable LastPageSearch search;
    private @Nullable Counts counts;
    private int page;
    private int again;
    private int oldestFailed;

    private record Counts(long threads, long replies) {
        static Counts of(BoardPage page) {
            return new Counts(page.numberOfThreads(), page.numberOfReplies());
        }
    }

    private FirstWalk(
            long bid,
            @Nullable LastPageSearch search,
            int page,
            boolean patient,
            LongPredicate isKnown,
            Supplier<Instant> now) {
        this.isKnown = isKnown;
        this.bid = bid;
        this.search = search;
        this.page = page;
        this.patient = patient;
        this.now = now;
    }

    /** A board of which nothing is known. */
    static FirstWalk starting(
            long bid, long claimedThreads, SourceTraits traits, int maxPages, boolean patient, Supplier<Instant> now) {
        return new FirstWalk(bid, new LastPageSearch(claimedThreads, traits, maxPages), 0, patient, tid -> false, now);
    }

    /**
     * A walk that was interrupted.
     *
     * @param page the list page to read next
     * @param patient whether a page that cannot be read is left for a later walk, rather than passed over
     * @param isKnown whether a thread was met before the interruption
     */
    static FirstWalk resuming(long bid, int page, boolean patient, LongPredicate isKnown, Supplier<Instant> now) {
        return new FirstWalk(bid, null, page, patient, isKnown, now);
    }

    @Override
    public OptionalInt next() {
        if (search != null) {
            return OptionalInt.of(search.next());
        }
        var next = again > 0 ? again : page;
        return next > 0 ? OptionalInt.of(next) : OptionalInt.empty();
    }

    @Override
    public Optional<Chunk> listed(int asked, BoardPage answer) {
        if (search != null) {
            search.answered(asked, answer);
            return searched(answer);
        }
        return again > 0 ? Optional.of(listedAgain(answer)) : Optional.of(walked(asked, answer));
    }

    private Optional<Chunk> searched(@Nullable BoardPage answer) {
        if (search == null || !search.isDone()) {
            return Optional.empty();
        }
        page = search.lastPage();
        var last = search.last();
        search = null;
        counts = answer == null ? null : Counts.of(answer);
        if (page > 0 && last != null && Counts.of(last).equals(counts)) {
            return Optional.of(walked(page, last));
        }
        return page == 0 ? Optional.of(new Chunk(List.of(), null, checkpoint())) : Optional.empty();
    }

    private Chunk walked(int asked, BoardPage answer) {
        remember(answer);
        page = asked - 1;
        if (Counts.of(answer).equals(counts)) {
            return new Chunk(answer.threads(), null, checkpoint());
        }
        counts = Counts.of(answer);
        again = asked + 1;
        return new Chunk(answer.threads(), null, null);
    }

    private Chunk listedAgain(BoardPage answer) {
        counts = Counts.of(answer);
        var slipped = answer.threads().stream()
                .filter(thread -> !seen.contains(thread.tid()) && !isKnown.test(thread.tid()))
                .toList();
        remember(answer);
        again = slipped.isEmpty() ? 0 : again + 1;
        return new Chunk(slipped, null, again == 0 ? checkpoint() : null);
    }

    private void remember(BoardPage answer) {
        answer.threads().stream().map(ListedThread::tid).forEach(seen::add);
    }

    @Override
    public Optional<Chunk> failed(int asked) {
        if (search != null) {
            search.failed(asked);
            return searched(null);
        }
        if (patient) {
            oldestFailed = Math.max(oldestFailed, asked);
        }
        counts = null;
        if (again > 0) {
            again = 0;
        } else {
            page = asked - 1;
        }
        return Optional.of(new Chunk(List.of(), null, checkpoint()));
    }

    @Override
    public void refused() {
        search = null;
        again = 0;
        page = 0;
    }

    /** A page that failed is where a later walk starts. */
    private BoardRead checkpoint() {
        var nextPage = Math.max(page, oldestFailed);
        return new BoardRead(bid, nextPage, 0, nextPage == 0 ? now.get() : null);
    }
}
