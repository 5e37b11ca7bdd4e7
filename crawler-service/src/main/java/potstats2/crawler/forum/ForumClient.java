package potstats2.crawler.forum;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.CrawlerProperties.Schedule;
import potstats2.crawler.forum.ForumHttp.Answer;
import potstats2.crawler.forum.ForumHttp.AnswerException;
import potstats2.crawler.page.BoardAnswer;
import potstats2.crawler.page.BoardList;
import potstats2.crawler.page.PageReader;
import potstats2.crawler.page.ProfileReader;
import potstats2.crawler.page.TagReader;
import potstats2.crawler.page.ThreadAnswer;
import potstats2.crawler.page.UnreadablePageException;
import potstats2.events.ProfileObserved;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;

/**
 * The forum's pages, read. All requests go through one throttle; what fails in passing is asked again. A page that is
 * given up fails with {@link PageFailedException}, and only then.
 */
public final class ForumClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ForumClient.class);
    private static final int MAX_REDIRECTIONS = 3;

    private final CrawlerProperties properties;
    private final RequestCounts counts;
    private final Scheduler scheduler;
    private final PageReader pages;
    private final ForumHttp http;
    private final Throttle throttle;
    private final Backoff backoff;
    private final Outage outage;
    private final PauseSwitch pause;
    private final HostHolds holds;
    private final Consumer<Instant> heldUntil;
    private final URI boards;

    /**
     * A client of the forum that the properties name.
     *
     * @param scheduler where answers are read
     * @param pause holds all requests back while it is on
     * @param holds the hosts that asked to be left alone
     * @param heldUntil told until when the forum is one of them
     * @param paused told when the forum is found down, and when it is back
     */
    public ForumClient(
            CrawlerProperties properties,
            String userAgent,
            Clock clock,
            RequestCounts counts,
            Scheduler scheduler,
            PauseSwitch pause,
            HostHolds holds,
            Consumer<Instant> heldUntil,
            Consumer<Boolean> paused) {
        this.properties = properties;
        this.counts = counts;
        this.scheduler = scheduler;
        this.pause = pause;
        this.holds = holds;
        this.heldUntil = heldUntil;
        boards = PageAddress.boards().url(properties);
        pages = new PageReader((int) properties.maxPageSize().toBytes());
        http = new ForumHttp(
                HttpClient::create,
                userAgent,
                properties.requestsInFlight(),
                properties.requestTimeout(),
                properties.maxPageSize().toBytes(),
                counts,
                clock,
                this::hold);
        throttle = new Throttle(properties.requestsInFlight(), properties.requestDelay(), scheduler);
        backoff = new Backoff(properties.retryDelay(), properties.maxRetryDelay());
        outage = new Outage(
                get(RequestKind.BOARDS, boards, MAX_REDIRECTIONS),
                new Backoff(Duration.ofSeconds(1), properties.maxRetryDelay()),
                paused);
    }

    /** The boards that the forum shows. */
    public Mono<BoardList> boards() {
        return page(PageAddress.boards(), pages::boards);
    }

    /** A page of a board's threads. */
    public Mono<BoardAnswer> board(long bid, int page) {
        return page(new PageAddress(RequestKind.BOARD, bid, page), body -> pages.board(body, bid, page));
    }

    /** A page of a thread's posts. */
    public Mono<ThreadAnswer> thread(long tid, int page) {
        return page(new PageAddress(RequestKind.THREAD, tid, page), body -> pages.thread(body, tid, page));
    }

    /** A thread's tags; empty where its page is none that could show any. */
    public Mono<Optional<List<String>>> tags(long tid) {
        return page(new PageAddress(RequestKind.TAGS, tid, 1), body -> TagReader.tags(body, tid));
    }

    /** A user's profile; empty where it cannot be reached, nothing where it is better asked for later. */
    public Mono<Optional<ProfileObserved>> profile(long uid, Supplier<Instant> at) {
        return page(new PageAddress(RequestKind.PROFILE, uid, 1), body -> ProfileReader.profile(body, uid, at.get()))
                .onErrorComplete(LaterException.class);
    }

    private <T> Mono<T> page(PageAddress address, Function<byte[], T> reader) {
        return attempt(address.kind(), address.url(properties), reader, 1);
    }

    private <T> Mono<T> attempt(RequestKind kind, URI url, Function<byte[], T> reader, int number) {
        return outage.passable()
                .then(get(kind, url, MAX_REDIRECTIONS))
                .publishOn(scheduler)
                .map(body -> read(kind, url, body, reader))
                .doOnNext(read -> counts.read(kind))
                .onErrorMap(AnswerException.class, e -> new PageFailedException(kind, url, e.body(), false, e))
                .onErrorResume(TransientException.class, e -> again(kind, url, reader, number, e));
    }

    private static <T> T read(RequestKind kind, URI url, Body body, Function<byte[], T> reader) {
        try {
            return reader.apply(body.bytes());
        } catch (UnreadablePageException e) {
            // Posts never wait for an optional page that is not what it was.
            throw e.isPassing() && !kind.isOptional()
                    ? new TransientException(e.getMessage(), body, e)
                    : new PageFailedException(kind, url, body, e.isPassing(), e);
        } catch (RuntimeException e) {
            log.error("Reading {} failed", url, e);
            throw new PageFailedException(kind, url, body, false, e); // the page, not the crawl
        }
    }

    private <T> Mono<T> again(
            RequestKind kind, URI url, Function<byte[], T> reader, int number, TransientException failure) {
        log.debug("Attempt {} of {} failed: {}", number, url, failure.getMessage());
        counts.failed();
        var isPatient = !kind.isOptional() || !failure.isTimeout();
        if (number < properties.maxAttempts() && isPatient) {
            return Mono.delay(backoff.after(number), scheduler)
                    .then(Mono.defer(() -> attempt(kind, url, reader, number + 1)));
        }
        return outage.confirm()
                .flatMap(wasDown -> wasDown
                        ? attempt(kind, url, reader, 1)
                        : Mono.error(new PageFailedException(kind, url, failure.body(), true, failure)));
    }

    private Mono<Body> get(RequestKind kind, URI url, int redirections) {
        return inTurn(kind, url).flatMap(answer -> {
            if (answer.redirection() == null) {
                return Mono.just(answer.body());
            }
            return redirections > 0
                    ? get(kind, answer.redirection(), redirections - 1)
                    : Mono.error(new AnswerException("redirects in a circle", answer.body()));
        });
    }

    /** Its host may ask to be left alone while the request waits for its turn: then it waits for both again. */
    private Mono<Answer> inTurn(RequestKind kind, URI url) {
        return Mono.defer(() -> isForLater(kind, url) ? Mono.error(new LaterException()) : holds.passable(url))
                .then(Mono.defer(() -> throttled(kind, url)))
                .repeatWhenEmpty(again -> again);
    }

    private Mono<Answer> throttled(RequestKind kind, URI url) {
        var turn = counts.waiting();
        var request = http.get(kind, url).doOnSubscribe(sent -> {
            turn.run();
            counts.sent(kind);
        });
        return throttle.pass(pause.passable().then(Mono.defer(() -> isHeld(url) ? Mono.empty() : request)));
    }

    /** Profiles may be on a host of their own: while only that one is to be left alone, everything else goes on. */
    private boolean isForLater(RequestKind kind, URI url) {
        return kind == RequestKind.PROFILE
                && properties.schedule() == Schedule.CONTINUOUS
                && isHeld(url)
                && !isHeld(boards);
    }

    private boolean isHeld(URI url) {
        return holds.until(url).isPresent();
    }

    private void hold(URI url, Instant until) {
        holds.hold(url, until);
        holds.until(boards).ifPresent(heldUntil);
    }

    private static final class LaterException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() {
        http.close();
    }
}
