package potstats2.crawler.checkpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potstats2.events.Checkpoint;
import potstats2.events.Checkpoint.BoardRead;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.Checkpoint.Pause;
import potstats2.events.Checkpoint.ProfileRead;
import potstats2.events.Checkpoint.ThreadRead;

/** The newest checkpoint of everything. Thread-safe, but for what it says of one thread. */
public final class Checkpoints {

    private static final long WANTED = Long.MIN_VALUE;

    private final Map<Long, BoardRead> boards = new ConcurrentHashMap<>();
    private final Map<Long, KnownThread> threads = new ConcurrentHashMap<>();
    private final Map<Long, Long> profiles = new ConcurrentHashMap<>();
    private final Map<PageKey, RecentPage> recentPages = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration window;
    private final Checkpoint.Handler taking = new Taking();
    private volatile @Nullable Pause pause;

    /**
     * Nothing known yet.
     *
     * @param window how long a page counts as recent after its newest post
     */
    public Checkpoints(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /**
     * A page of a thread.
     *
     * @param tid the thread
     * @param page from 1
     */
    public record PageKey(long tid, int page) {}

    private record RecentPage(Instant newestPostAt, Instant readAt) {}

    /** Takes a checkpoint over, in place of the older one of the same thing. */
    public void put(Checkpoint checkpoint) {
        checkpoint.handle(taking);
    }

    private final class Taking implements Checkpoint.Handler {
        @Override
        public void board(BoardRead board) {
            boards.put(board.bid(), board);
        }

        @Override
        public void thread(ThreadRead read) {
            Checkpoints.this.thread(read.thread().tid()).put(read);
        }

        @Override
        public void page(PageRead page) {
            Checkpoints.this.thread(page.tid()).put(page);
            putRecent(page);
        }

        @Override
        public void profile(ProfileRead profile) {
            profiles.put(profile.uid(), seconds(profile.readAt()));
        }

        @Override
        public void pause(Pause newest) {
            Checkpoints.this.pause = newest;
        }
    }

    private void putRecent(PageRead page) {
        var key = new PageKey(page.tid(), page.page());
        if (page.newestPostAt() != null && page.newestPostAt().isAfter(windowStart())) {
            recentPages.put(key, new RecentPage(page.newestPostAt(), page.readAt()));
        } else {
            recentPages.remove(key);
        }
    }

    private static long seconds(@Nullable Instant at) {
        return at == null ? WANTED : at.getEpochSecond();
    }

    /** What an operator said last of leaving the forum alone. */
    public Optional<Pause> pause() {
        return Optional.ofNullable(pause);
    }

    /** What is known of a board. */
    public Optional<BoardRead> board(long bid) {
        return Optional.ofNullable(boards.get(bid));
    }

    /** What is known of a thread, if only that it exists. */
    public KnownThread thread(long tid) {
        return threads.computeIfAbsent(tid, KnownThread::new);
    }

    /** Whether a visit to a thread came to its end. */
    public boolean knowsThread(long tid) {
        var known = threads.get(tid);
        return known != null && known.read() != null;
    }

    /** Every thread of which something is known. */
    public Stream<KnownThread> threads() {
        return threads.values().stream();
    }

    /** Whether a profile was read, or is wanted already. */
    public boolean knowsProfile(long uid) {
        return profiles.containsKey(uid);
    }

    /** Profiles never read, or not since then; the former first. */
    public List<Long> profilesNotReadSince(Instant then) {
        return profiles.entrySet().stream()
                .filter(profile -> profile.getValue() < then.getEpochSecond())
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** When the newest post of a recent page was written. */
    public Optional<Instant> newestPostAt(PageKey page) {
        return Optional.ofNullable(recentPages.get(page)).map(RecentPage::newestPostAt);
    }

    private Instant windowStart() {
        return clock.instant().minus(window);
    }

    /** Recent pages that were not read since then, the longest unread first. */
    public List<PageKey> recentPagesNotReadSince(Instant notReadSince) {
        var start = windowStart();
        recentPages.values().removeIf(page -> page.newestPostAt().isBefore(start));
        return recentPages.entrySet().stream()
                .filter(page -> page.getValue().readAt().isBefore(notReadSince))
                .sorted(Comparator.comparing(page -> page.getValue().readAt()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
