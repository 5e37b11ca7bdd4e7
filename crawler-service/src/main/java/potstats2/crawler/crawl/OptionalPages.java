package potstats2.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.events.CrawlProgressed.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages that no post depends on. One that fails is asked for again at the end of the round, then less and less often;
 * where one after the other fails, all of that kind are left alone but for one now and then. Thread-safe.
 */
final class OptionalPages {

    private static final Logger log = LoggerFactory.getLogger(OptionalPages.class);

    /** Pages in a row after which their kind is left alone. */
    static final int MAX_FAILED_IN_A_ROW = 3;

    private static final int ROUNDS = 3;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LAST_RETRY_OF_KIND = Duration.ofMinutes(10);
    private static final Duration LAST_RETRY_OF_PAGE = Duration.ofDays(1);

    private final Recorder recorder;
    private final CrawlStatus status;
    private final Clock clock;
    private final int lanes;
    private final Map<RequestKind, Kind> kinds = new EnumMap<>(RequestKind.class);
    private final Map<Page, Failure> failures = new HashMap<>();

    private record Page(RequestKind kind, long id) {}

    private record Failure(int times, Instant next) {}

    /** How the pages of a kind have fared of late. */
    private static final class Kind {
        private int failedInARow;
        private boolean trying;
        private Instant next = Instant.EPOCH;

        private boolean isLeftAlone() {
            return failedInARow >= MAX_FAILED_IN_A_ROW;
        }
    }

    /**
     * Nothing asked yet.
     *
     * @param lanes pages read at the same time
     */
    OptionalPages(Recorder recorder, CrawlStatus status, Clock clock, int lanes) {
        this.recorder = recorder;
        this.status = status;
        this.clock = clock;
        this.lanes = lanes;
    }

    /** Reads the pages that are due, as long as allowed; what fails in passing is asked for again after the others. */
    Mono<Void> read(RequestKind kind, List<Long> ids, LongFunction<Mono<Void>> reading, BooleanSupplier allowed) {
        var due = ids.stream().filter(id -> isDue(new Page(kind, id))).toList();
        var round = Mono.just(due);
        for (var number = 0; number < ROUNDS; number++) {
            round = round.flatMap(left -> round(kind, left, reading, allowed));
        }
        return round.then();
    }

    private Mono<List<Long>> round(
            RequestKind kind, List<Long> ids, LongFunction<Mono<Void>> reading, BooleanSupplier allowed) {
        return Flux.fromIterable(ids)
                .takeWhile(id -> allowed.getAsBoolean() && mayAsk(kind))
                .flatMap(
                        id -> one(new Page(kind, id), reading.apply(id))
                                .filter(read -> !read)
                                .map(read -> id),
                        lanes,
                        1)
                .collectList();
    }

    /** Whether it was read. */
    private Mono<Boolean> one(Page page, Mono<Void> reading) {
        return Mono.defer(() -> begin(page.kind)
                ? reading.then(Mono.fromCallable(() -> succeeded(page)))
                        .onErrorResume(
                                PageFailedException.class,
                                failure -> failed(page, failure).thenReturn(false))
                        .doOnCancel(() -> cutOff(page))
                : Mono.just(false));
    }

    private synchronized boolean isDue(Page page) {
        var failure = failures.get(page);
        return failure == null || !clock.instant().isBefore(failure.next);
    }

    private synchronized boolean mayAsk(RequestKind name) {
        var kind = kind(name);
        return !kind.isLeftAlone() || (!kind.trying && !clock.instant().isBefore(kind.next));
    }

    private synchronized boolean begin(RequestKind name) {
        if (!mayAsk(name)) {
            return false;
        }
        kind(name).trying = true;
        return true;
    }

    private Kind kind(RequestKind name) {
        return kinds.computeIfAbsent(name, any -> new Kind());
    }

    private synchronized boolean succeeded(Page page) {
        var kind = kind(page.kind);
        if (kind.isLeftAlone()) {
            log.info("Pages of the kind {} can be read again", page.kind.tag());
            status.leftAlone(page.kind, false);
            failures.keySet().removeIf(other -> other.kind == page.kind);
        }
        kind.failedInARow = 0;
        kind.trying = false;
        failures.remove(page);
        return true;
    }

    /** The first failure of a page leaves its bytes; where all fail, those of a few are enough. */
    private Mono<Void> failed(Page page, PageFailedException failure) {
        var isNews = remember(page, failure.getMessage());
        return isNews ? recorder.setAside(failure) : Mono.empty();
    }

    /** It kept the posts waiting: that counts as a failure, unless nothing was to be asked at all. */
    private void cutOff(Page page) {
        if (status.state() != State.PAUSED) {
            var unused = remember(page, "no answer in time");
        }
        synchronized (this) {
            kind(page.kind).trying = false;
        }
    }

    private synchronized boolean remember(Page page, @Nullable String cause) {
        var kind = kind(page.kind);
        var wasLeftAlone = kind.isLeftAlone();
        kind.trying = false;
        kind.failedInARow++;
        kind.next = clock.instant().plus(wait(kind.failedInARow - MAX_FAILED_IN_A_ROW, LAST_RETRY_OF_KIND));
        if (kind.isLeftAlone() && !wasLeftAlone) {
            log.warn(
                    "Pages of the kind {} are left alone for now, one after the other fails: {}",
                    page.kind.tag(),
                    cause);
            status.leftAlone(page.kind, true);
        }
        var before = failures.get(page);
        var times = before == null ? 0 : before.times;
        failures.put(page, new Failure(times + 1, clock.instant().plus(wait(2 * times, LAST_RETRY_OF_PAGE))));
        return !wasLeftAlone && before == null;
    }

    private static Duration wait(int doublings, Duration longest) {
        var wait = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(0, doublings), 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
