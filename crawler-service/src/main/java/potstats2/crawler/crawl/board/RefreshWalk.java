package potstats2.crawler.crawl.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.SourceTraits;
import potstats2.events.Checkpoint.BoardRead;

/**
 * The newest pages of a board's list, down to the first on which nothing moved; sticky and global threads apart, which
 * are listed out of order. Read newest first and interrupted, this would leave a hole: moved threads below others that
 * are read already. So it is remembered how far down the threads that moved reach before the first of them is read, and
 * the next walk goes at least as far.
 */
final class RefreshWalk implements BoardWalk {

    private final long bid;
    private final BoardRead before;
    private final Predicate<ListedThread> isNews;
    private final SourceTraits traits;
    private final int maxPages;
    private final boolean patient;
    private final Supplier<Instant> now;
    private final List<ListedThread> listed = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private int page = 1;
    private int news;
    private boolean failed;
    private boolean over;

    /**
     * A walk that starts at page 1.
     *
     * @param isNews whether a thread has to be read
     * @param patient whether a page that cannot be read is left for a later walk, rather than passed over
     */
    RefreshWalk(
            BoardRead before,
            Predicate<ListedThread> isNews,
            SourceTraits traits,
            int maxPages,
            boolean patient,
            Supplier<Instant> now) {
        this.bid = before.bid();
        this.before = before;
        this.isNews = isNews;
        this.traits = traits;
        this.maxPages = maxPages;
        this.patient = patient;
        this.now = now;
    }

    @Override
    public OptionalInt next() {
        return over ? OptionalInt.empty() : OptionalInt.of(page);
    }

    @Override
    public Optional<Chunk> listed(int asked, BoardPage answer) {
        var moved = false;
        var fresh = false;
        var lastMoved = false;
        for (var thread : answer.threads()) {
            if (seen.add(thread.tid())) {
                listed.add(thread);
                fresh = true;
                lastMoved = isNews.test(thread);
                if (lastMoved) {
                    news++;
                    moved |= !(asked == 1 && thread.isPinned());
                }
            }
        }
        // What a board claims may be too little: below a thread that moved others may have moved.
        var isLast = !lastMoved
                && traits.hasRoom(answer)
                && answer.numberOfThreads() <= (long) asked * traits.threadsOnAPage();
        return proceed(!fresh || isLast || (!moved && asked >= reach()));
    }

    /** What moved since pushed the threads that an interrupted walk left unread further down. */
    private int reach() {
        return before.unreadListPages() == 0 ? 0 : before.unreadListPages() + (int) traits.listPages(news);
    }

    @Override
    public Optional<Chunk> failed(int asked) {
        failed = true;
        return proceed(asked >= reach());
    }

    @Override
    public void refused() {
        over = true;
    }

    private Optional<Chunk> proceed(boolean isOver) {
        if (!isOver && page < maxPages) {
            page++;
            return Optional.empty();
        }
        over = true;
        Collections.reverse(listed);
        return Optional.of(new Chunk(listed, begun(), ended()));
    }

    /** Page 1 is always read: no need to remember that. */
    private @Nullable BoardRead begun() {
        return page > 1 && news > 0 && page > before.unreadListPages()
                ? new BoardRead(bid, 0, page, before.passCompletedAt())
                : null;
    }

    private @Nullable BoardRead ended() {
        if (failed && patient) {
            return new BoardRead(bid, 0, Math.max(page, before.unreadListPages()), before.passCompletedAt());
        }
        return news > 0 || before.unreadListPages() > 0 ? new BoardRead(bid, 0, 0, now.get()) : null;
    }
}
