package potstats2.crawler.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.CrawlerProperties.Schedule;
import potstats2.crawler.http.ForumHttp.Answer;
import potstats2.crawler.http.ForumHttp.AnswerException;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.crawler.source.UnreadablePageException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;

/**
 * Pages of a forum, read. All requests go through one throttle; what fails in passing is asked again. A page that is
 * given up fails with {@link PageFailedException}, and only then.
 */
public final class PageClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PageClient.class);
    private static final int MAX_REDIRECTIONS = 3;

    private final CrawlerProperties properties;
    private final HttpManners manners;
    private final RequestCounts counts;
    private final Scheduler scheduler;
    private final ForumHttp http;
    private final Throttle throttle;
    private final Backoff backoff;
    private final Outage outage;
    private final HostHolds holds;
    private final URI probe;

    /**
     * A client of the forum that the properties name.
     *
     * @param scheduler where answers are read
     * @param probe the page that never fails while the forum is alive: its list of boards
     */
    public PageClient(CrawlerProperties properties, HttpManners manners, Scheduler scheduler, URI probe) {
        this.properties = properties;
        this.manners = manners;
        this.scheduler = scheduler;
        this.probe = probe;
        counts = manners.counts();
        holds = manners.holds();
        http = new ForumHttp(
                HttpClient::create,
                manners.userAgent(),
                properties.requestsInFlight(),
                properties.requestTimeout(),
                properties.maxPageSize().toBytes(),
                counts,
                manners.clock(),
                this::hold);
        throttle = new Throttle(properties.requestsInFlight(), properties.requestDelay(), scheduler);
        backoff = new Backoff(properties.retryDelay(), properties.maxRetryDelay());
        outage = new Outage(
                get(RequestKind.BOARDS, probe, MAX_REDIRECTIONS),
                new Backoff(Duration.ofSeconds(1), properties.maxRetryDelay()),
                manners.paused());
    }

    /** A page, as the reader understands its bytes. */
    public <T> Mono<T> page(RequestKind kind, URI url, Function<byte[], T> reader) {
        return attempt(kind, url, reader, 1);
    }

    /** A page that may be on another host; nothing where only that one is to be left alone for now. */
    public <T> Mono<T> pageUnlessHeld(RequestKind kind, URI url, Function<byte[], T> reader) {
        return page(kind, url, reader).onErrorComplete(LaterException.class);
    }

    private <T> Mono<T> attempt(RequestKind kind, URI url, Function<byte[], T> reader, int number) {
        return outage.passable()
                .then(get(kind, url, MAX_REDIRECTIONS))
                .publishOn(scheduler)
                .map(body -> read(kind, url, body, reader))
                .doOnNext(read -> counts.read(kind))
                .onErrorMap(AnswerException.class, e -> failed(kind, url, e.body(), false, e))
                .onErrorResume(TransientException.class, e -> retry(kind, url, reader, number, e));
    }

    private static <T> T read(RequestKind kind, URI url, Body body, Function<byte[], T> reader) {
        try {
            return reader.apply(body.bytes());
        } catch (UnreadablePageException e) {
            // Posts never wait for an optional page that is not what it was.
            throw e.isTransient() && !kind.isOptional()
                    ? new TransientException(e.getMessage(), body, e)
                    : failed(kind, url, body, e.isTransient(), e);
        } catch (RuntimeException e) {
            log.error("Reading {} failed", url, e);
            throw failed(kind, url, body, false, e); // the page, not the crawl
        }
    }

    private static PageFailedException failed(RequestKind kind, URI url, Body body, boolean passing, Throwable cause) {
        return new PageFailedException(kind, url, body.bytes(), body.length(), passing, cause);
    }

    private <T> Mono<T> retry(
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
                        : Mono.error(failed(kind, url, failure.body(), true, failure)));
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
        return throttle.pass(manners.pause().passable().then(Mono.defer(() -> isHeld(url) ? Mono.empty() : request)));
    }

    /** Profiles may be on a host of their own: while only that one is to be left alone, everything else goes on. */
    private boolean isForLater(RequestKind kind, URI url) {
        return kind == RequestKind.PROFILE
                && properties.schedule() == Schedule.CONTINUOUS
                && isHeld(url)
                && !isHeld(probe);
    }

    private boolean isHeld(URI url) {
        return holds.until(url).isPresent();
    }

    private void hold(URI url, Instant until) {
        holds.hold(url, until);
        holds.until(probe).ifPresent(manners.heldUntil());
    }

    private static final class LaterException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() {
        http.close();
    }
}
