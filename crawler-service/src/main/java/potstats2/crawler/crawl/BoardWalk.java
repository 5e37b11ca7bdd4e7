package potstats2.crawler.crawl;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.page.BoardPage;
import potstats2.crawler.page.ListedThread;
import potstats2.events.Checkpoint.BoardRead;

/** The way through the list of a board's threads: decides which page to ask for next and what to read. Knows no I/O. */
sealed interface BoardWalk permits FirstWalk, RefreshWalk {

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

    /** The list page to ask for next, empty when the walk is over. */
    OptionalInt next();

    /** The page was shown. */
    Optional<Chunk> listed(int asked, BoardPage page);

    /** The page could not be had or read. */
    Optional<Chunk> failed(int asked);

    /** The board is not shown: the walk is over, nothing is remembered. */
    void refused();
}
