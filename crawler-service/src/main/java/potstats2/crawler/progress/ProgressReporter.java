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
    /** A pass that has crawled for less has no pace yet. */
    private static final Duration PACE = Duration.ofSeconds(30);
    /** What would take longer is no estimate. */
    private static final Duration FORESEEABLE = Duration.ofDays(365);

    private final String crawler;
    private final CrawlStatus status;
    private final Consumer<CrawlProgressed> listener;
    private final Deque<Snapshot> recent = new ArrayDeque<>();
    private final Disposable ticking;
    private @Nullable Snapshot lastSent;
    /** In this pass, without its pauses. */
    private Duration crawled = Duration.ZERO;

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
        var isNews = now.state() != State.IDLE
                || lastSent == null
                || lastSent.state() != State.IDLE
                || lastSent.pass() != now.pass();
        if (isNews) {
            lastSent = now;
            listener.accept(progress(now));
        }
    }

    private CrawlProgressed progress(Snapshot now) {
        remember(now);
        var then = recent.getFirst();
        // What happened within an instant is no rate.
        var seconds = Math.max(1, Duration.between(then.at(), now.at()).toMillis() / 1000.0);
        return new CrawlProgressed(
                crawler,
                now.state(),
                now.pausedSince(),
                now.pausedUntil(),
                now.pass(),
                now.board(),
                new Progress(now.boardsDone(), now.boardsTotal()),
                new Progress(now.threadsDone(), now.threadsTotal()),
                new Progress(now.postsDone(), now.postsTotal()),
                now.requests(),
                Math.max(0, now.requests() - then.requests()) / seconds,
                Math.max(0, now.postsDone() - then.postsDone()) / seconds,
                secondsLeft(now),
                now.leftAlone().isEmpty() ? null : now.leftAlone(),
                now.startedAt(),
                now.at());
    }

    private void remember(Snapshot now) {
        recent.removeIf(then -> then.pass() != now.pass());
        var before = recent.peekLast();
        if (before == null) {
            crawled = Duration.ZERO;
        } else if (before.state() == State.CRAWLING && now.state() == State.CRAWLING) {
            var passed = Duration.between(before.at(), now.at());
            crawled = passed.isNegative() ? crawled : crawled.plus(passed);
        }
        recent.addLast(now);
        if (recent.size() > SECONDS) {
            recent.removeFirst();
        }
    }

    /** By the pace of the whole pass: the last seconds jump too much to promise anything. */
    private @Nullable Long secondsLeft(Snapshot now) {
        var left = now.postsTotal() - now.postsDone();
        if (now.state() != State.CRAWLING || left <= 0 || now.postsDone() <= 0 || crawled.compareTo(PACE) < 0) {
            return null;
        }
        var seconds = Math.round(crawled.toMillis() / 1000.0 / now.postsDone() * left);
        return seconds <= FORESEEABLE.toSeconds() ? seconds : null;
    }

    @Override
    public void close() {
        ticking.dispose();
    }
}
