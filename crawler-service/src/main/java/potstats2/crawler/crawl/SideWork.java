package potstats2.crawler.crawl;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.Checkpoints.PageKey;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.crawl.recording.ObservationClock;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.crawl.thread.ThreadChange;
import potstats2.crawler.crawl.thread.ThreadVisit;
import potstats2.crawler.crawl.thread.ThreadVisits;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.events.Checkpoint.ProfileRead;
import potstats2.events.Checkpoint.ThreadRead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is done between passes: tags and profiles, and pages read again that no list would name. The latter spend a share
 * of the requests made otherwise, so that an idle forum is left alone.
 */
final class SideWork {

    private final CrawlerProperties properties;
    private final ForumSource forum;
    private final ThreadVisits visits;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final CrawlStatus status;
    private final ObservationClock observations;
    private final Clock clock;
    private final Budget rereads;
    private final Budget sweeps;
    private final OptionalPages optional;
    private @Nullable ThreadVisit sweep;

    SideWork(
            CrawlerProperties properties,
            ForumSource forum,
            ThreadVisits visits,
            Recorder recorder,
            Checkpoints checkpoints,
            ObservationClock observations,
            CrawlStatus status,
            Clock clock) {
        this.properties = properties;
        this.forum = forum;
        this.visits = visits;
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        this.status = status;
        this.observations = observations;
        this.clock = clock;
        optional = new OptionalPages(recorder, status, clock, properties.requestsInFlight());
        rereads = new Budget(properties.rereadShare(), status.requests()::sentInAll);
        sweeps = new Budget(properties.sweepShare(), status.requests()::sentInAll);
    }

    /**
     * Goes on while there is work, money for it, and leave.
     *
     * @param end when it completes, a page that no post depends on is waited for no longer
     */
    Mono<Void> run(BooleanSupplier allowed, Mono<?> end) {
        return optionalPages(allowed)
                .takeUntilOther(end)
                .then(Mono.defer(() -> rereads(allowed)))
                .then(Mono.defer(() -> sweeps(allowed)));
    }

    private Flux<Void> optionalPages(BooleanSupplier allowed) {
        return Flux.concat(
                Mono.defer(() -> optional.read(RequestKind.TAGS, threadsWithoutTags(), this::tags, allowed)),
                Mono.defer(() -> optional.read(RequestKind.PROFILE, profilesDue(), this::profile, allowed)));
    }

    private List<Long> threadsWithoutTags() {
        return checkpoints
                .threads()
                .filter(thread -> thread.lastPage() > 0)
                .map(KnownThread::read)
                .filter(Objects::nonNull)
                .filter(read -> !read.tagsRead() && !read.thread().gone())
                .filter(read -> properties.wants(read.thread().bid()))
                .map(read -> read.thread().tid())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Long> profilesDue() {
        return checkpoints.profilesNotReadSince(clock.instant().minus(properties.profileRefresh()));
    }

    /** Reads a page that no post depends on and that was set aside. */
    Mono<Void> reread(PageAddress page) {
        return (page.kind() == RequestKind.TAGS ? tags(page.id()) : profile(page.id()))
                .onErrorResume(PageFailedException.class, recorder::setAside);
    }

    /** A page that could show no tags takes none away. */
    private Mono<Void> tags(long tid) {
        return forum.tags(tid).flatMap(shown -> {
            var read = checkpoints.thread(tid).read();
            var readWell = recorder.readWell(new PageAddress(RequestKind.TAGS, tid, 1));
            return read == null || read.thread().gone() ? readWell : readWell.then(tagged(read, shown));
        });
    }

    private Mono<Void> tagged(ThreadRead read, Optional<List<String>> shown) {
        var tags = shown.orElse(read.thread().tags());
        var isNews = !tags.equals(read.thread().tags());
        var thread = isNews ? ThreadChange.withTags(read.thread(), tags, observations.next()) : read.thread();
        return recorder.record(isNews ? List.of(thread) : List.of(), List.of(ThreadChange.withTagsRead(read, thread)));
    }

    /** A profile shadowed by a name is as good as read: asking again would not help. */
    private Mono<Void> profile(long uid) {
        return forum.profile(uid, observations::next)
                .flatMap(profile -> recorder.readWell(new PageAddress(RequestKind.PROFILE, uid, 1))
                        .then(recorder.record(
                                profile.stream().toList(), List.of(new ProfileRead(uid, observations.next())))));
    }

    private Mono<Void> rereads(BooleanSupplier allowed) {
        return Flux.defer(() -> Flux.fromIterable(
                        checkpoints.recentPagesNotReadSince(clock.instant().minus(properties.rereadInterval()))))
                .takeWhile(page -> allowed.getAsBoolean() && rereads.take())
                .concatMap(this::reread, 1)
                .then();
    }

    private Mono<Void> reread(PageKey page) {
        return onTheSide(visits.rereading(page.tid(), page.page()).run());
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
            current = visits.sweeping(tid);
            sweep = current;
        }
        return onTheSide(current.run(() -> allowed.getAsBoolean() && sweeps.take()));
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
