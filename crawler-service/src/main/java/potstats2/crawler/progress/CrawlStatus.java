package potstats2.crawler.progress;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.http.PauseSwitch;
import potstats2.crawler.http.RequestCounts;
import potstats2.crawler.source.RequestKind;
import potstats2.events.CrawlProgressed.State;

/** What the crawler is doing and what it has done since the process started. All counters stand here. Thread-safe. */
public final class CrawlStatus {

    private final Clock clock;
    private final PauseSwitch pause;
    private final RequestCounts requests;
    private final AtomicInteger pass = new AtomicInteger();
    private final AtomicInteger passesCompleted = new AtomicInteger();
    private final AtomicInteger deadLetters = new AtomicInteger();
    private final AtomicInteger boardsDone = new AtomicInteger();
    private final AtomicLong threadsDone = new AtomicLong();
    private final AtomicLong threadsTotal = new AtomicLong();
    private final AtomicLong postsDone = new AtomicLong();
    private final AtomicLong postsTotal = new AtomicLong();
    private final LongAdder postsInAll = new LongAdder();
    private final Set<RequestKind> leftAlone = new ConcurrentSkipListSet<>();
    private volatile int boardsTotal;
    private volatile long board;
    private volatile long requestsBefore;
    private volatile Instant startedAt;
    private volatile Instant completedAt;
    private volatile Instant checkpointedAt;
    private volatile boolean crawling;
    private volatile boolean forumAway;
    private volatile Instant forumHeldUntil = Instant.EPOCH;

    /** Idle, before the first pass. */
    public CrawlStatus(Clock clock, PauseSwitch pause, MeterRegistry registry) {
        this.clock = clock;
        this.pause = pause;
        this.requests = new RequestCounts(registry);
        this.startedAt = clock.instant();
        this.completedAt = startedAt;
        this.checkpointedAt = startedAt;
    }

    /** Requests sent to the forum. */
    public RequestCounts requests() {
        return requests;
    }

    /** Number of the newest pass, 0 before the first. */
    public int pass() {
        return pass.get();
    }

    /** Passes of which every event is acknowledged. */
    public int passesCompleted() {
        return passesCompleted.get();
    }

    /** Pages set aside because they could not be had or read. */
    public int deadLetters() {
        return deadLetters.get();
    }

    /** Posts published by the newest pass. */
    public long posts() {
        return postsDone.get();
    }

    /** Posts published since the process started. */
    long postsInAll() {
        return postsInAll.sum();
    }

    /** Since the newest pass came to its end, or since the start. */
    Duration sinceCompletedPass() {
        return Duration.between(completedAt, clock.instant());
    }

    /** Since the broker acknowledged a checkpoint, or since the start. */
    Duration sinceCheckpoint() {
        return Duration.between(checkpointedAt, clock.instant());
    }

    /** What the crawler is doing. */
    public State state() {
        return forumAway || isPaused() || isForumHeld() ? State.PAUSED : crawling ? State.CRAWLING : State.IDLE;
    }

    /** A pass starts. */
    public void passStarted() {
        requestsBefore = requests.sentInAll();
        boardsDone.set(0);
        boardsTotal = 0;
        threadsDone.set(0);
        threadsTotal.set(0);
        postsDone.set(0);
        postsTotal.set(0);
        startedAt = clock.instant();
        pass.incrementAndGet();
        crawling = true;
    }

    /** The pass came to its end and everything it published is acknowledged. */
    public void passCompleted() {
        board = 0;
        crawling = false;
        completedAt = clock.instant();
        passesCompleted.incrementAndGet();
    }

    /** The pass ended early. */
    public void passFailed() {
        board = 0;
        crawling = false;
    }

    /** The forum does not answer, or does again. */
    public void forumAway(boolean isAway) {
        forumAway = isAway;
    }

    /** Whether the forum does not answer. */
    boolean isForumAway() {
        return forumAway;
    }

    /** The forum asked to be left alone. */
    public void forumHeldUntil(Instant until) {
        forumHeldUntil = until;
    }

    /** Whether the forum asked to be left alone, and still is. */
    boolean isForumHeld() {
        return forumHeldUntil.isAfter(clock.instant());
    }

    /** Whether an operator wants the forum to be left alone. */
    boolean isPaused() {
        return pause.pausedSince().isPresent();
    }

    /** Pages of a kind are left alone because one after the other fails, or no longer. */
    public void leftAlone(RequestKind kind, boolean isLeftAlone) {
        if (isLeftAlone) {
            leftAlone.add(kind);
        } else {
            leftAlone.remove(kind);
        }
    }

    /** The kinds of pages that are left alone because one after the other fails. */
    public Set<RequestKind> leftAlone() {
        return Set.copyOf(leftAlone);
    }

    /** The boards of the pass are known. */
    public void boards(int number) {
        boardsTotal = number;
    }

    /** A board is begun. */
    public void boardStarted(long bid) {
        board = bid;
    }

    /** A board's list was read to its end. */
    public void boardDone() {
        boardsDone.incrementAndGet();
    }

    /** So much more is expected of this pass. */
    public void expected(long threads, long posts) {
        threadsTotal.addAndGet(threads);
        postsTotal.addAndGet(posts);
    }

    /** A thread was read, or needed no reading. */
    public void threadDone() {
        threadsDone.incrementAndGet();
    }

    /** Posts were published. */
    public void postsPublished(int number) {
        postsDone.addAndGet(number);
        postsInAll.add(number);
    }

    /** The broker acknowledged a checkpoint: a restart begins there. */
    public void checkpointed() {
        checkpointedAt = clock.instant();
    }

    /** A page was set aside. */
    public void pageSetAside() {
        deadLetters.incrementAndGet();
    }

    /** All of it at one moment. */
    Snapshot snapshot() {
        return new Snapshot(
                state(),
                pause.pausedSince().orElse(null),
                isForumHeld() ? forumHeldUntil : null,
                pass.get(),
                board == 0 ? null : board,
                boardsDone.get(),
                Math.max(boardsTotal, boardsDone.get()),
                threadsDone.get(),
                Math.max(threadsTotal.get(), threadsDone.get()),
                postsDone.get(),
                Math.max(postsTotal.get(), postsDone.get()),
                requests.sentInAll() - requestsBefore,
                leftAlone.stream().map(RequestKind::tag).toList(),
                startedAt,
                clock.instant());
    }

    /** The numbers of the newest pass at one moment. */
    record Snapshot(
            State state,
            @Nullable Instant pausedSince,
            @Nullable Instant pausedUntil,
            int pass,
            @Nullable Long board,
            long boardsDone,
            long boardsTotal,
            long threadsDone,
            long threadsTotal,
            long postsDone,
            long postsTotal,
            long requests,
            List<String> leftAlone,
            Instant startedAt,
            Instant at) {}
}
