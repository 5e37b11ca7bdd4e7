package potstats2.crawler.crawl.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.crawl.recording.ObservationClock;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.crawl.thread.ThreadReading.Finding;
import potstats2.crawler.crawl.thread.ThreadReading.RememberedPage;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.Refusal;
import potstats2.crawler.source.RequestKind;
import potstats2.crawler.source.ThreadAnswer;
import potstats2.crawler.source.ThreadPage;
import potstats2.events.Checkpoint;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.Checkpoint.ProfileRead;
import potstats2.events.Checkpoint.ThreadRead;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.UserName;
import potstats2.events.PostVanished;
import potstats2.events.ThreadObserved;
import reactor.core.publisher.Mono;

/** One visit to a thread: asks for the pages that its reading decides on and publishes what they say. */
public final class ThreadVisit {

    private static final Logger log = LoggerFactory.getLogger(ThreadVisit.class);

    private final ForumSource forum;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final ObservationClock clock;
    private final KnownThread known;
    private final ThreadReading reading;
    private final @Nullable ListedThread listed;
    private final long board;
    private final Purpose purpose;
    private @Nullable ThreadRead recalled;
    private @Nullable ThreadObserved observed;
    private List<String> tags = List.of();
    private boolean tagsRead;
    private boolean begun;
    private boolean gone;
    private boolean failedTransiently;

    /** Why a thread is visited. */
    enum Purpose {
        /** The list says there is news. */
        CHANGED,
        /** Everything is to be published again. */
        REPUBLISH,
        /** Recent posts may have been edited. */
        REREAD,
        /** Old posts may have changed or vanished. */
        SWEEP
    }

    /**
     * A visit that has not begun.
     *
     * @param listed the list entry that this visit answers, absent where it answers none
     * @param board the board in whose list the thread was seen
     */
    ThreadVisit(
            ThreadVisits visits,
            KnownThread known,
            ThreadReading reading,
            @Nullable ListedThread listed,
            long board,
            Purpose purpose) {
        forum = visits.forum();
        recorder = visits.recorder();
        checkpoints = visits.checkpoints();
        clock = visits.observations();
        this.known = known;
        this.reading = reading;
        this.listed = listed;
        this.board = board;
        this.purpose = purpose;
    }

    /** The thread. */
    public long tid() {
        return known.tid();
    }

    /** Reads to the end. */
    public Mono<Void> run() {
        return run(() -> true);
    }

    /** Reads on as long as allowed; can be run again where it was stopped. */
    public Mono<Void> run(BooleanSupplier allowed) {
        var steps = Mono.defer(this::step).repeat(() -> reading.next().isPresent() && allowed.getAsBoolean());
        return Mono.fromRunnable(this::begin)
                .thenMany(steps)
                .then(Mono.defer(() -> reading.next().isPresent() ? Mono.empty() : finish()));
    }

    private void begin() {
        if (begun) {
            reading.resumed();
        }
        if (!begun || !Objects.equals(known.read(), recalled)) {
            recall(known.read());
        }
        if (!begun) {
            reading.expecting(promised(known.read()));
        }
        begun = true;
    }

    /** What was looked for in vain is looked for again where the thread is read as a whole, and where pages were missing. */
    private PromisedPosts promised(@Nullable ThreadRead read) {
        var lastPost = listed != null ? listed.lastPostAt() : read == null ? null : read.listedLastPost();
        var settled = read == null || isWhole() || read.failures() > 0
                ? Stream.<Instant>empty()
                : Stream.of(read.listedLastPost(), read.shownLastPost()).filter(Objects::nonNull);
        return new PromisedPosts(lastPost, settled.toList(), clock.next());
    }

    private boolean isWhole() {
        return purpose == Purpose.SWEEP || purpose == Purpose.REPUBLISH;
    }

    /** What is known of the thread; while this visit was interrupted, another may have found out more. */
    private void recall(@Nullable ThreadRead read) {
        recalled = read;
        tags = read == null ? List.of() : read.thread().tags();
        tagsRead = read != null && read.tagsRead() && !isWhole();
        var comparing = purpose == Purpose.REREAD || purpose == Purpose.SWEEP;
        observed = comparing && read != null && !read.thread().gone() ? read.thread() : null;
    }

    /** Whether the visit missed something that might be there when asked again. */
    public boolean failedTransiently() {
        return failedTransiently;
    }

    /** Whether the visit came to its end. */
    public boolean isFinished() {
        return reading.next().isEmpty();
    }

    private Mono<Void> step() {
        var next = reading.next();
        if (next.isEmpty()) {
            return Mono.empty();
        }
        var page = next.getAsInt();
        var read = forum.thread(known.tid(), page)
                .flatMap(answer -> answered(page, answer))
                .onErrorResume(PageFailedException.class, failure -> failed(page, failure));
        return recorder.traced(known.tid(), page, read);
    }

    private Mono<Void> answered(int asked, ThreadAnswer answer) {
        if (answer instanceof ThreadPage page) {
            return setAside(asked, page).then(Mono.defer(() -> shown(asked, page)));
        }
        return recorder.readWell(new PageAddress(RequestKind.THREAD, known.tid(), asked))
                .then(Mono.defer(() -> refused(asked, (Refusal) answer)));
    }

    private Mono<Void> refused(int asked, Refusal refusal) {
        if (refusal.isGone()) {
            reading.refused(asked, refusal);
            return forgetThread(refusal);
        }
        log.debug("Thread {} page {}: {}", known.tid(), asked, refusal);
        return reading.refused(asked, refusal)
                ? recorder.record(List.of(), List.of(pageRead(asked, pidsOf(asked), null, PageDigest.OF_NOTHING)))
                : Mono.empty();
    }

    /** Before the page counts as read. */
    private Mono<Void> setAside(int asked, ThreadPage page) {
        return recorder.setAside(new PageAddress(RequestKind.THREAD, known.tid(), asked), page.unreadable());
    }

    private Mono<Void> shown(int asked, ThreadPage page) {
        var events = observedThread(page);
        var digest = PageDigest.of(page.posts());
        var isNew = digest != known.digest(asked) || purpose == Purpose.REPUBLISH;
        var finding = reading.shown(asked, page);
        if (finding.pids().isEmpty()) {
            return recorder.record(events, List.of());
        }
        if (isNew) {
            events.addAll(posts(page));
        }
        finding.vanished().forEach(pid -> events.add(new PostVanished(pid, known.tid(), clock.next())));
        return recorder.record(events, covering(page, finding, digest));
    }

    private List<Checkpoint> covering(ThreadPage page, Finding finding, long digest) {
        var covering = wantedProfiles(page);
        var here = finding.pids().get(0);
        covering.add(pageRead(here.page(), here.pids(), newest(page), digest));
        finding.pids().stream().skip(1).map(this::changed).forEach(covering::add);
        return covering;
    }

    /** Should what it lost be back there, it has to be published again. */
    private PageRead changed(RememberedPage other) {
        var page = other.page();
        return pageRead(page, other.pids(), newestKnown(page), known.digest(page) == 0 ? 0 : PageDigest.OF_NOTHING);
    }

    /** The thread goes before its posts; its tags, which cost a request of their own, after them. */
    private List<ForumEvent> observedThread(ThreadPage page) {
        var events = new ArrayList<ForumEvent>();
        tagsRead &= recalled != null && !ThreadChange.isRenamed(page.header(), recalled.thread());
        if (observed == null
                || !tags.equals(observed.tags())
                || ThreadChange.isRenamedOrMoved(page.header(), board, observed)) {
            observed = page.header().observed(known.tid(), board, tags, clock.next());
            events.add(observed);
        }
        return events;
    }

    private List<PostObserved> posts(ThreadPage page) {
        return page.posts().stream()
                .map(post -> post.observed(known.tid(), clock.next()))
                .toList();
    }

    private static @Nullable Instant newest(ThreadPage page) {
        return page.posts().stream().map(Post::postedAt).max(Instant::compareTo).orElse(null);
    }

    private @Nullable Instant newestKnown(int page) {
        return checkpoints
                .newestPostAt(new Checkpoints.PageKey(known.tid(), page))
                .orElse(null);
    }

    private PageRead pageRead(int page, List<Long> pids, @Nullable Instant newestPostAt, long digest) {
        return new PageRead(known.tid(), page, pids, newestPostAt, digest, clock.next());
    }

    private List<Long> pidsOf(int page) {
        return Arrays.stream(known.pids(page)).boxed().toList();
    }

    private List<Checkpoint> wantedProfiles(ThreadPage page) {
        var wanted = new ArrayList<Checkpoint>();
        for (var post : page.posts()) {
            addWanted(post.poster(), wanted);
            if (post.lastEdit() != null) {
                addWanted(post.lastEdit().editor(), wanted);
            }
        }
        return wanted;
    }

    private void addWanted(UserName user, List<Checkpoint> wanted) {
        if (user.uid() > 0 && !checkpoints.knowsProfile(user.uid())) {
            var profile = new ProfileRead(user.uid(), null);
            checkpoints.put(profile);
            wanted.add(profile);
        }
    }

    private Mono<Void> failed(int page, PageFailedException failure) {
        failedTransiently |= failure.isTransient();
        reading.failed(page);
        return recorder.setAside(failure);
    }

    /** The forum does not show the thread any more, and so none of its posts. */
    private Mono<Void> forgetThread(Refusal refusal) {
        gone = true;
        var events = new ArrayList<ForumEvent>();
        var covering = new ArrayList<Checkpoint>();
        var read = known.read();
        if (read != null && !read.thread().gone()) {
            log.info("Thread {} is gone: {}", known.tid(), refusal);
            observed = gone(read.thread(), clock.next());
            events.add(observed);
        }
        for (var page = 1; page <= known.pages(); page++) {
            var pids = pidsOf(page);
            if (!pids.isEmpty()) {
                pids.forEach(pid -> events.add(new PostVanished(pid, known.tid(), clock.next())));
                covering.add(pageRead(page, List.of(), null, PageDigest.OF_NOTHING));
            }
        }
        return recorder.record(events, covering);
    }

    static ThreadObserved gone(ThreadObserved thread, Instant at) {
        return new ThreadObserved(
                thread.tid(),
                thread.bid(),
                thread.title(),
                thread.subtitle(),
                thread.closed(),
                thread.sticky(),
                thread.important(),
                thread.announcement(),
                thread.global(),
                thread.hits(),
                thread.replyEstimate(),
                thread.tags(),
                true,
                at);
    }

    private Mono<Void> finish() {
        var read = known.read();
        var thread = observed != null ? observed : read != null ? read.thread() : listedOnly();
        if (thread == null) {
            return Mono.empty();
        }
        var now = clock.next();
        var missesSomething = !reading.isComplete() || gone;
        var unlisted = gone ? gone(thread, thread.observedAt()) : thread;
        return recorder.record(
                List.of(),
                List.of(new ThreadRead(
                        unlisted,
                        tagsRead,
                        listed != null ? listed.lastPostAt() : read == null ? null : read.listedLastPost(),
                        listed != null ? listed.header().replies() : read == null ? 0 : read.listedReplies(),
                        reading.shownLastPost() != null || read == null
                                ? reading.shownLastPost()
                                : read.shownLastPost(),
                        missesSomething ? failures(read) + 1 : purpose == Purpose.REREAD ? failures(read) : 0,
                        now,
                        sweptAt(read, now))));
    }

    private static int failures(@Nullable ThreadRead read) {
        return read == null ? 0 : read.failures();
    }

    /** A thread that was listed but never shown is remembered, but was not observed. */
    private @Nullable ThreadObserved listedOnly() {
        return listed == null ? null : listed.header().observed(known.tid(), board, tags, clock.next());
    }

    private Instant sweptAt(@Nullable ThreadRead read, Instant now) {
        // What not even a sweep can tell waits for the next, or it would keep all other threads from theirs.
        if (reading.isInDoubt() && purpose != Purpose.SWEEP) {
            return Instant.EPOCH;
        }
        return isWhole() || read == null ? now : read.sweptAt();
    }
}
