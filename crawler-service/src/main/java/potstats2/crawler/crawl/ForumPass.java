package potstats2.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.crawl.PassScope.Depth;
import potstats2.crawler.crawl.board.BoardWalk;
import potstats2.crawler.crawl.board.BoardWalk.Chunk;
import potstats2.crawler.crawl.board.Chunks;
import potstats2.crawler.crawl.recording.ObservationClock;
import potstats2.crawler.crawl.recording.Recorder;
import potstats2.crawler.crawl.thread.ThreadChange;
import potstats2.crawler.crawl.thread.ThreadVisit;
import potstats2.crawler.crawl.thread.ThreadVisits;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.source.BoardAnswer;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ForumSource;
import potstats2.crawler.source.ListedBoard;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.events.BoardObserved;
import potstats2.events.Checkpoint.BoardRead;
import potstats2.events.Checkpoint.ThreadRead;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Passes over the forum: its boards, the lists of their threads, and the threads that changed. */
final class ForumPass {

    private static final Logger log = LoggerFactory.getLogger(ForumPass.class);
    /** Walks in a row that a list page may fail before it is passed over. */
    private static final int MAX_FAILED_WALKS = 3;
    /** Threads that are gone and looked for again, all together, in ten minutes. */
    private static final int RETURNS_LOOKED_FOR = 60;

    private final CrawlerProperties properties;
    private final ForumSource forum;
    private final ThreadVisits visits;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private final CrawlStatus status;
    private final ObservationClock observations;
    private final Clock clock;
    private final int lanes;
    private final Map<Long, ListedBoard> published = new ConcurrentHashMap<>();
    private final Map<Long, Integer> failedWalks = new HashMap<>();
    private final Trickle returns;

    ForumPass(
            CrawlerProperties properties,
            ForumSource forum,
            ThreadVisits visits,
            Recorder recorder,
            Checkpoints checkpoints,
            CrawlStatus status,
            ObservationClock observations,
            Clock clock) {
        this.properties = properties;
        this.forum = forum;
        this.visits = visits;
        this.recorder = recorder;
        this.checkpoints = checkpoints;
        this.status = status;
        this.observations = observations;
        this.clock = clock;
        this.lanes = properties.requestsInFlight();
        this.returns = new Trickle(RETURNS_LOOKED_FOR, Duration.ofMinutes(10), clock);
    }

    /** What one pass remembers of itself. */
    private static final class State {
        private final PassScope scope;
        private final Set<Long> visited = ConcurrentHashMap.newKeySet();
        private final Chunks chunks = new Chunks();
        private final Set<Long> listedAsUsual = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<Long> failedTransiently = new ConcurrentLinkedQueue<>();

        private State(PassScope scope) {
            this.scope = scope;
        }
    }

    private record ListedIn(ListedThread listed, long board, Chunks.Open chunk) {}

    /** Reads what is new; fails with {@link PageFailedException} if not even the list of boards can be read. */
    Mono<Void> run(PassScope scope) {
        var state = new State(scope);
        return forum.boards()
                .flatMap(list -> recorder.setAside(PageAddress.boards(), list.unreadable())
                        .then(Mono.defer(() -> publishBoards(list.boards()))))
                .flatMapMany(boards -> Flux.fromIterable(chosen(boards, scope)))
                .concatMap(board -> visits(board, state), 1)
                .flatMap(visit -> look(visit, state), lanes, 1)
                .then(Mono.defer(() -> unfinished(state)));
    }

    /** Reads a page of a thread that was set aside, and all that is missing of the thread. */
    Mono<Void> reread(long tid, int page) {
        return visits.mending(tid, page).run();
    }

    private Mono<List<ListedBoard>> publishBoards(List<ListedBoard> boards) {
        var events = new ArrayList<BoardObserved>();
        for (var board : boards) {
            var known = published.put(board.bid(), board);
            if (known == null || !known.saysTheSameAs(board)) {
                events.add(board.observed(observations.next()));
            }
        }
        return recorder.record(events, List.of()).thenReturn(boards);
    }

    private List<ListedBoard> chosen(List<ListedBoard> boards, PassScope scope) {
        var chosen = boards.stream()
                .filter(board -> properties.wants(board.bid()) && scope.includes(board.bid()))
                .toList();
        status.boards(chosen.size());
        for (var board : chosen) {
            if (firstPassPage(board.bid()).isEmpty()) {
                status.expected(board.numberOfThreads(), board.numberOfThreads() + board.numberOfReplies());
            }
        }
        return chosen;
    }

    /** Empty where the first pass was not begun. */
    private Optional<Integer> firstPassPage(long bid) {
        return checkpoints.board(bid).map(BoardRead::firstPassPage);
    }

    private Flux<ListedIn> visits(ListedBoard board, State state) {
        return Flux.defer(() -> {
            status.boardStarted(board.bid());
            var walk = walk(board, state);
            return Mono.defer(() -> step(board.bid(), walk))
                    .repeat(() -> walk.next().isPresent())
                    .concatMap(chunk -> begin(chunk, board.bid(), state), 1)
                    .doOnComplete(status::boardDone);
        });
    }

    private BoardWalk walk(ListedBoard board, State state) {
        var bid = board.bid();
        var patient = failedWalks.getOrDefault(bid, 0) < MAX_FAILED_WALKS;
        var read = checkpoints.board(bid).orElse(null);
        if (read == null || state.scope.depth() != Depth.CHANGED) {
            return BoardWalk.starting(
                    bid,
                    board.numberOfThreads(),
                    forum.traits(),
                    properties.maxThreadPages(),
                    patient,
                    observations::next);
        }
        if (read.firstPassPage() > 0) {
            return BoardWalk.resuming(bid, read.firstPassPage(), patient, checkpoints::knowsThread, observations::next);
        }
        return BoardWalk.refreshing(
                read,
                thread -> hasChanged(thread, bid, state),
                forum.traits(),
                properties.maxThreadPages(),
                patient,
                observations::next);
    }

    private Mono<Chunk> step(long bid, BoardWalk walk) {
        var page = walk.next().orElseThrow();
        return forum.board(bid, page)
                .flatMap(answer -> setAside(bid, page, answer)
                        .then(Mono.defer(() -> Mono.justOrEmpty(answered(bid, walk, page, answer)))))
                .onErrorResume(PageFailedException.class, failure -> failed(bid, walk, page, failure));
    }

    private Mono<Void> setAside(long bid, int page, BoardAnswer answer) {
        return answer instanceof BoardPage shown
                ? recorder.setAside(new PageAddress(RequestKind.BOARD, bid, page), shown.unreadable())
                : Mono.empty();
    }

    private static Optional<Chunk> answered(long bid, BoardWalk walk, int page, BoardAnswer answer) {
        if (answer instanceof BoardPage shown) {
            return walk.listed(page, shown);
        }
        log.info("Board {} is skipped: {}", bid, answer);
        walk.refused();
        return Optional.empty();
    }

    private Mono<Chunk> failed(long bid, BoardWalk walk, int page, PageFailedException failure) {
        failedWalks.merge(bid, 1, Integer::sum);
        return recorder.setAside(failure).then(Mono.defer(() -> Mono.justOrEmpty(walk.failed(page))));
    }

    private Flux<ListedIn> begin(Chunk chunk, long board, State state) {
        var wanted = chunk.threads().stream()
                .filter(thread -> properties.wants(boardOf(thread, board)))
                .filter(thread -> state.visited.add(thread.tid()))
                .toList();
        var open = state.chunks.begin(wanted.size(), chunk.whenDone());
        var before = chunk.before() == null ? Mono.<Void>empty() : recorder.record(List.of(), List.of(chunk.before()));
        return before.then(Mono.defer(() -> recorder.record(List.of(), state.chunks.completed())))
                .thenMany(Flux.fromIterable(wanted))
                .map(thread -> new ListedIn(thread, board, open));
    }

    private static long boardOf(ListedThread thread, long board) {
        var bid = thread.header().bid();
        return bid == null ? board : bid;
    }

    private boolean hasChanged(ListedThread listed, long board, State state) {
        return properties.wants(boardOf(listed, board))
                && !state.visited.contains(listed.tid())
                && ThreadChange.needsVisit(
                        listed, checkpoints.thread(listed.tid()).read(), clock.instant());
    }

    private Mono<Void> look(ListedIn visit, State state) {
        var known = checkpoints.thread(visit.listed.tid());
        var read = known.read();
        return Mono.defer(() -> {
                    if (state.scope.depth() == Depth.EVERYTHING) {
                        return run(visits.republishing(known, visit.listed, visit.board), state);
                    }
                    if (ThreadChange.needsVisit(visit.listed, read, clock.instant())) {
                        return run(continuing(known, visit.listed, visit.board), state);
                    }
                    if (!visit.listed.hidden()) {
                        state.listedAsUsual.add(visit.listed.tid());
                    }
                    return update(visit.listed, visit.board, Objects.requireNonNull(read));
                })
                .then(Mono.defer(() -> recorder.record(List.of(), state.chunks.oneDone(visit.chunk))))
                .doOnSuccess(done -> status.threadDone());
    }

    private ThreadVisit continuing(KnownThread known, @Nullable ListedThread listed, long board) {
        var read = known.read();
        var withGaps =
                listed == null || read == null || read.failures() == 0 || ThreadChange.isDue(read, clock.instant());
        return visits.continuing(known, listed, board, withGaps);
    }

    private static Mono<Void> run(ThreadVisit visit, State state) {
        return visit.run().doOnSuccess(done -> {
            if (visit.failedTransiently()) {
                state.failedTransiently.add(visit.tid());
            }
        });
    }

    /** A thread without new posts: its list entry is all there is to know, but for the tags where it was renamed. */
    private Mono<Void> update(ListedThread listed, long board, ThreadRead read) {
        if (read.thread().gone() || !ThreadChange.isRenamedOrMoved(listed.header(), board, read.thread())) {
            return Mono.empty();
        }
        var observed =
                listed.header().observed(listed.tid(), board, read.thread().tags(), observations.next());
        return recorder.record(
                List.of(observed),
                List.of(new ThreadRead(
                        observed,
                        read.tagsRead() && !ThreadChange.isRenamed(listed.header(), read.thread()),
                        read.listedLastPost(),
                        read.listedReplies(),
                        read.shownLastPost(),
                        read.failures(),
                        observations.next(),
                        read.sweptAt())));
    }

    /**
     * Threads that lack something, wherever they are listed: each is tried once more, and again in later passes. A full
     * pass looks for the threads that no list shows any more, too.
     */
    private Mono<Void> unfinished(State state) {
        var again = new LinkedHashSet<>(state.failedTransiently);
        checkpoints.threads().filter(thread -> isLeft(thread, state)).forEach(thread -> again.add(thread.tid()));
        maybeBack(state).takeWhile(tid -> returns.take()).forEach(again::add);
        return Flux.fromIterable(again)
                .map(checkpoints::thread)
                .flatMap(
                        thread -> Mono.justOrEmpty(thread.read())
                                .flatMap(read ->
                                        run(unlisted(thread, read.thread().bid(), state), state)),
                        lanes,
                        1)
                .then();
    }

    /** Threads that are gone, those first that were not looked for for the longest time. */
    private Stream<Long> maybeBack(State state) {
        return checkpoints
                .threads()
                .map(KnownThread::read)
                .filter(Objects::nonNull)
                .filter(read -> isCovered(read, state))
                .filter(read -> ThreadChange.mayBeBack(
                        read, state.listedAsUsual.contains(read.thread().tid()), clock.instant()))
                .sorted(Comparator.comparing(ThreadRead::readAt))
                .map(read -> read.thread().tid());
    }

    private boolean isCovered(ThreadRead read, State state) {
        var bid = read.thread().bid();
        return properties.wants(bid) && state.scope.includes(bid);
    }

    private ThreadVisit unlisted(KnownThread thread, long board, State state) {
        return state.scope.depth() == Depth.EVERYTHING && !state.visited.contains(thread.tid())
                ? visits.republishing(thread, null, board)
                : continuing(thread, null, board);
    }

    private boolean isLeft(KnownThread thread, State state) {
        var read = thread.read();
        return read != null
                && !read.thread().gone()
                && !state.visited.contains(thread.tid())
                && isCovered(read, state)
                && (state.scope.depth() == Depth.EVERYTHING || ThreadChange.isDue(read, clock.instant()));
    }
}
