package potstats2.crawler.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import potstats2.events.ProfileObserved;
import reactor.core.publisher.Mono;

/**
 * A forum to crawl. A page that is given up fails with {@link PageFailedException}, and only then: what fails in passing
 * is asked for again before.
 */
public interface ForumSource extends AutoCloseable {

    /** What the crawl has to know of its pages. */
    SourceTraits traits();

    /** The boards that the forum shows. */
    Mono<BoardList> boards();

    /** A page of a board's threads. */
    Mono<BoardAnswer> board(long bid, int page);

    /** A page of a thread's posts. */
    Mono<ThreadAnswer> thread(long tid, int page);

    /** A thread's tags; empty where its page is none that could show any. */
    Mono<Optional<List<String>>> tags(long tid);

    /** A user's profile; empty where it cannot be reached, nothing where it is better asked for later. */
    Mono<Optional<ProfileObserved>> profile(long uid, Supplier<Instant> at);

    /** Where the forum has a page now. */
    URI url(PageAddress page);

    /** What is at an address, wherever the forum was when it was asked there; empty where it is none of the forum's. */
    Optional<PageAddress> page(URI url);

    @Override
    void close();
}
