package potstats2.crawler.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.progress.CrawlStatus.Snapshot;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;
import potstats2.events.CrawlProgressed.State;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Says once a second what the crawler is doing, while it does anything, and once when it stops. */
public final class ProgressReporter implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int SECONDS = 5;

    private final String crawler;
    private final CrawlStatus status;
    private final Consumer<CrawlProgressed> listener;
    private final Deque<Snapshot> recent = new ArrayDeque<>();
    private final Disposable ticking;
    private @Nullable Snapshot told;

    /**
     * Starts to report.
     *
     * @param listener must not block
     */
    public ProgressReporter(String crawler, CrawlStatus status, Consumer<CrawlProgressed> listener) {
        this.crawler = crawler;
        this.status = status;
        this.listener = listener;
        this.ticking = Flux.interval(INTERVAL).onBackpressureDrop().subscribe(tick -> tell());
    }

    /** Reports now, if there is news. */
    public synchronized void tell() {
        var now = status.snapshot();
        var isNews =
                now.state() != State.IDLE || told == null || told.state() != State.IDLE || told.pass() != now.pass();
        if (isNews) {
            told = now;
            listener.accept(progress(now));
        }
    }

    private CrawlProgressed progress(Snapshot now) {
        recent.removeIf(then -> then.pass() != now.pass());
        recent.addLast(now);
        if (recent.size() > SECONDS) {
            recent.removeFirst();
        }
        var then = recent.getFirst();
        var seconds = Math.max(0.001, Duration.between(then.at(), now.at()).toMillis() / 1000.0);
        var postsPerSecond = (now.postsDone() - then.postsDone()) / seconds;
        return new CrawlProgressed(
                crawler,
                now.state(),
                now.pausedSince(),
                now.pass(),
                now.board(),
                new Progress(now.boardsDone(), now.boardsTotal()),
                new Progress(now.threadsDone(), now.threadsTotal()),
                new Progress(now.postsDone(), now.postsTotal()),
                now.requests(),
                (now.requests() - then.requests()) / seconds,
                postsPerSecond,
                secondsLeft(now),
                now.leftAlone().isEmpty() ? null : now.leftAlone(),
                now.startedAt(),
                now.at());
    }

    /** By the speed of the whole pass: the last seconds jump too much to promise anything. */
    private static @Nullable Long secondsLeft(Snapshot now) {
        if (now.state() != State.CRAWLING || now.postsDone() == 0) {
            return null;
        }
        var elapsed = Duration.between(now.startedAt(), now.at()).toMillis() / 1000.0;
        return Math.round(elapsed / now.postsDone() * (now.postsTotal() - now.postsDone()));
    }

    @Override
    public void close() {
        ticking.dispose();
    }
}
