package potstats2.crawler.crawl;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.Checkpoints.PageKey;
import potstats2.crawler.crawl.ThreadVisit.Purpose;
import potstats2.crawler.forum.ForumClient;
import potstats2.crawler.forum.PageFailedException;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.events.Checkpoint.ProfileRead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is done between passes: profiles, and pages read again that no list would name. The latter two spend a share of
 * the requests made otherwise, so that an idle forum is left alone.
 */
final class SideWork {

    private static final long PROFILE_RETRY_SECONDS = 3600;

    private final CrawlerProperties properties;
    private final ForumClient forum;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final CrawlStatus status;
    private final ObservationClock observations;
    private final Clock clock;
    private final Budget rereads;
    private final Budget sweeps;
    private final Map<Long, Instant> failedProfiles = new HashMap<>();
    private @Nullable ThreadVisit sweep;

    SideWork(
            CrawlerProperties properties,
            ForumClient forum,
            Recorder recorder,
            Checkpoints checkpoints,
            ObservationClock observations,
            CrawlStatus status,
            Clock clock) {
        this.properties = properties;
        this.forum = forum;
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        this.status = status;
        this.observations = observations;
        this.clock = clock;
        rereads = new Budget(properties.rereadShare(), status.requests()::sentInAll);
        sweeps = new Budget(properties.sweepShare(), status.requests()::sentInAll);
    }

    /** Goes on while there is work, money for it, and leave. */
    Mono<Void> run(BooleanSupplier allowed) {
        return profiles(allowed).then(Mono.defer(() -> rereads(allowed))).then(Mono.defer(() -> sweeps(allowed)));
    }

    private Mono<Void> profiles(BooleanSupplier allowed) {
        return Flux.defer(() -> Flux.fromIterable(
                        checkpoints.profilesNotReadSince(clock.instant().minus(properties.profileRefresh()))))
                .takeWhile(uid -> allowed.getAsBoolean())
                .filter(this::mayAsk)
                .flatMap(this::profile, properties.requestsInFlight(), 1)
                .then();
    }

    private synchronized boolean mayAsk(long uid) {
        var failed = failedProfiles.get(uid);
        return failed == null || failed.plusSeconds(PROFILE_RETRY_SECONDS).isBefore(clock.instant());
    }

    /** A profile shadowed by a name is as good as read: asking again would not help. */
    Mono<Void> profile(long uid) {
        return forum.profile(uid, observations::next)
                .flatMap(profile ->
                        recorder.record(profile.stream().toList(), List.of(new ProfileRead(uid, observations.next()))))
                .onErrorResume(PageFailedException.class, failure -> profileFailed(uid, failure));
    }

    private synchronized Mono<Void> profileFailed(long uid, PageFailedException failure) {
        failedProfiles.put(uid, clock.instant());
        return recorder.setAside(failure);
    }

    private Mono<Void> rereads(BooleanSupplier allowed) {
        return Flux.defer(() -> Flux.fromIterable(
                        checkpoints.recentPagesNotReadSince(clock.instant().minus(properties.rereadInterval()))))
                .takeWhile(page -> allowed.getAsBoolean() && rereads.take())
                .concatMap(this::reread, 1)
                .then();
    }

    private Mono<Void> reread(PageKey page) {
        var known = checkpoints.thread(page.tid());
        var reading = ThreadReading.again(known, page.page(), properties.maxThreadPages());
        return onTheSide(visit(page.tid(), reading, Purpose.REREAD).run());
    }

    /** A long thread is swept over many passes, as far as the budget goes each time. */
    private Mono<Void> sweeps(BooleanSupplier allowed) {
        return Flux.defer(() -> Flux.fromIterable(dueForSweep()))
                .takeWhile(tid -> allowed.getAsBoolean() && sweeps.isAffordable())
                .concatMap(tid -> sweep(tid, allowed), 1)
                .then();
    }

    private Deque<Long> dueForSweep() {
        var then = clock.instant().minus(properties.sweepInterval());
        var due = new ArrayDeque<Long>();
        checkpoints
                .threads()
                .map(thread -> thread.read())
                .filter(Objects::nonNull)
                .filter(read -> read.sweptAt().isBefore(then))
                .filter(read -> properties.wants(read.thread().bid()))
                .sorted(Comparator.comparing(read -> read.sweptAt()))
                .forEach(read -> due.add(read.thread().tid()));
        return due;
    }

    private Mono<Void> sweep(long tid, BooleanSupplier allowed) {
        var current = sweep;
        if (current == null || current.isFinished()) {
            var known = checkpoints.thread(tid);
            var reading = ThreadReading.whole(known, 0, properties.maxThreadPages());
            current = visit(tid, reading, Purpose.SWEEP);
            sweep = current;
        }
        return onTheSide(current.run(() -> allowed.getAsBoolean() && sweeps.take()));
    }

    private ThreadVisit visit(long tid, ThreadReading reading, Purpose purpose) {
        var known = checkpoints.thread(tid);
        var read = known.read();
        var board = read == null ? 0 : read.thread().bid();
        return new ThreadVisit(forum, recorder, checkpoints, observations, known, reading, null, board, purpose);
    }

    /** Requests made here earn nothing. */
    private Mono<Void> onTheSide(Mono<Void> work) {
        return Mono.defer(() -> {
            var before = status.requests().sentInAll();
            return work.doFinally(signal -> {
                var spent = status.requests().sentInAll() - before;
                rereads.spentOnTheSide(spent);
                sweeps.spentOnTheSide(spent);
            });
        });
    }
}
