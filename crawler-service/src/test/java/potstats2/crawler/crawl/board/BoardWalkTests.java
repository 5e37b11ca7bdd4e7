package potstats2.crawler.crawl.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.crawler.source.BoardPage;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.SourceTraits;
import potstats2.crawler.source.ThreadHeader;
import potstats2.events.Checkpoint.BoardRead;

class BoardWalkTests {

    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MAX_PAGES = 20_000;
    private static final SourceTraits TRAITS = new SourceTraits(30, 30, true);

    private final List<Integer> asked = new ArrayList<>();
    private final List<Long> looked = new ArrayList<>();
    private @Nullable BoardRead remembered;
    /** The board's list, newest activity first. */
    private List<Long> list = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"1,30", "20,20", "30,30", "31,31", "95,95", "95,60", "95,200", "900,0", "900,5000", "3000,2990"})
    void findsEveryThreadWhateverTheForumClaims(int threads, int claimed) {
        list = threads(threads);

        walk(first(claimed));

        assertThat(looked).containsExactlyInAnyOrderElementsOf(list);
        assertThat(asked.size()).isLessThanOrEqualTo((threads + 29) / 30 + 26);
        assertThat(remembered).isEqualTo(new BoardRead(1, 0, 0, NOW));
    }

    @Test
    void anHonestEstimateCostsNoRequestBeyondThePages() {
        list = threads(95);

        walk(first(95));

        assertThat(asked).containsExactly(4, 3, 2, 1);
    }

    /** Threads that are not shown leave gaps, and what a board claims is an estimate. */
    @ParameterizedTest
    @CsvSource({"1, 1", "28, 1", "31, 2", "20, 1"})
    void aPageWithRoomThatShowsOtherThanWasClaimedIsNotTheLast(long claimed, int notShown) {
        list = threads(95);
        var walk = first(claimed);
        while (walk.next().isPresent()) {
            var page = walk.next().getAsInt();
            var all = listPage(page, page);
            var shown = all.threads()
                    .subList(
                            Math.min(notShown, all.threads().size()),
                            all.threads().size());
            walk.listed(page, new BoardPage(1, page, claimed, claimed, shown)).ifPresent(this::remember);
        }

        assertThat(looked).hasSize(95 - 4 * notShown);
    }

    @Test
    void aRefreshGoesOnBelowAThreadThatMovedWhateverTheBoardClaims() {
        list = threads(50);
        var walk = new RefreshWalk(
                new BoardRead(1, 0, 0, NOW), thread -> thread.tid() <= 40, TRAITS, MAX_PAGES, true, () -> NOW);

        walk.listed(1, new BoardPage(1, 1, 20, 20, listPage(1, 1).threads().subList(1, 30)));

        assertThat(walk.next()).hasValue(2);
    }

    @Test
    void probesBehindAFullLastPage() {
        list = threads(120);

        walk(first(120));

        assertThat(asked).containsExactly(4, 5, 3, 2, 1);
    }

    @Test
    void aBoardWithoutThreadsIsDoneAtOnce() {
        walk(first(0));

        assertThat(asked).containsExactly(1);
        assertThat(remembered).isEqualTo(new BoardRead(1, 0, 0, NOW));
    }

    @Test
    void aListThatNeverEndsIsCutOff() {
        var walk = FirstWalk.starting(1, 60, TRAITS, 500, true, () -> NOW);
        while (walk.next().isPresent() && asked.size() < 10_000) {
            var page = walk.next().getAsInt();
            asked.add(page);
            walk.listed(
                    page,
                    page(
                            page,
                            60,
                            60,
                            LongStream.range(page * 30L, page * 30L + 30)
                                    .boxed()
                                    .toList()));
        }

        assertThat(asked).hasSizeLessThan(600);
    }

    @Test
    void aListThatRepeatsItsLastPageEnds() {
        list = threads(60);
        var walk = FirstWalk.starting(1, 60, TRAITS, MAX_PAGES, true, () -> NOW);
        while (walk.next().isPresent()) {
            var page = walk.next().getAsInt();
            asked.add(page);
            walk.listed(page, listPage(Math.min(page, 2), page));
        }

        assertThat(asked).containsExactly(2, 3, 1);
    }

    @Test
    void continuesAFirstWalkWhereItWasInterruptedAndLooksOnePageBack() {
        list = threads(95);

        var slipped = list.get(70);

        walk(FirstWalk.resuming(1, 2, true, tid -> list.indexOf(tid) >= 60 && tid != slipped, () -> NOW));

        assertThat(asked).containsExactly(2, 3, 4, 1);
        assertThat(looked).contains(slipped).hasSize(61);
    }

    /** Threads that move up push others down, onto a page that was read already. */
    @Test
    void findsThreadsThatSlippedToAPageReadBefore() {
        list = threads(95);
        var all = new HashSet<>(list);
        var walk = first(95);
        while (walk.next().isPresent()) {
            var page = walk.next().getAsInt();
            ask(walk, page);
            if (page == 3 && list.size() == 95) {
                list.add(0, 1000L);
                list.add(0, 1001L);
            }
        }

        assertThat(looked).containsAll(all);
    }

    @Test
    void aListPageThatCannotBeReadIsWhereALaterWalkStarts() {
        list = threads(150);
        var walk = first(150);
        while (walk.next().isPresent()) {
            var page = walk.next().getAsInt();
            if (page == 3) {
                remember(walk.failed(page).orElseThrow());
            } else {
                ask(walk, page);
            }
        }

        assertThat(remembered).isEqualTo(new BoardRead(1, 3, 0, null));
    }

    @Test
    void aRefreshStopsAtTheFirstPageOnWhichNothingMoved() {
        list = threads(95);
        var read = new BoardRead(1, 0, 0, NOW);

        walk(new RefreshWalk(read, thread -> false, TRAITS, MAX_PAGES, true, () -> NOW));
        assertThat(asked).containsExactly(1);
        assertThat(remembered).as("nothing to remember").isNull();

        asked.clear();
        var moved = Set.of(list.get(3), list.get(40));
        walk(new RefreshWalk(read, thread -> moved.contains(thread.tid()), TRAITS, MAX_PAGES, true, () -> NOW));
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void aRefreshRemembersHowFarDownItHasToRead() {
        list = threads(95);
        var moved = Set.of(list.get(3), list.get(40));
        var walk = new RefreshWalk(
                new BoardRead(1, 0, 0, NOW),
                thread -> moved.contains(thread.tid()),
                TRAITS,
                MAX_PAGES,
                true,
                () -> NOW);
        var chunks = new ArrayList<BoardWalk.Chunk>();
        while (walk.next().isPresent()) {
            var page = walk.next().getAsInt();
            walk.listed(page, listPage(page, page)).ifPresent(chunks::add);
        }

        assertThat(chunks).hasSize(1);
        var chunk = chunks.get(0);
        assertThat(chunk.before()).isEqualTo(new BoardRead(1, 0, 3, NOW));
        assertThat(chunk.whenDone()).isEqualTo(new BoardRead(1, 0, 0, NOW));
    }

    @Test
    void aRefreshAfterAnInterruptedOneGoesAtLeastAsFar() {
        list = threads(200);

        walk(new RefreshWalk(new BoardRead(1, 0, 3, NOW), thread -> false, TRAITS, MAX_PAGES, true, () -> NOW));

        assertThat(asked).containsExactly(1, 2, 3);
        assertThat(remembered).isEqualTo(new BoardRead(1, 0, 0, NOW));
    }

    @Test
    void stickyAndGlobalThreadsThatMovedDoNotKeepARefreshGoing() {
        list = threads(95);
        var walk = new RefreshWalk(
                new BoardRead(1, 0, 0, NOW), ListedThread::isPinned, TRAITS, MAX_PAGES, true, () -> NOW);
        var pinned = new ListedThread(
                5000, new ThreadHeader(1L, "", "", false, true, false, false, false, 0, 0, 1), NOW, false);
        var threads = new ArrayList<>(listPage(1, 1).threads());
        threads.add(0, pinned);

        var chunk = walk.listed(1, new BoardPage(1, 1, 95, 95, threads));

        assertThat(walk.next()).isEmpty();
        assertThat(chunk.orElseThrow().threads()).contains(pinned);
    }

    private BoardWalk first(long claimed) {
        return FirstWalk.starting(1, claimed, TRAITS, MAX_PAGES, true, () -> NOW);
    }

    private void walk(BoardWalk walk) {
        while (walk.next().isPresent()) {
            ask(walk, walk.next().getAsInt());
        }
    }

    private void ask(BoardWalk walk, int page) {
        asked.add(page);
        walk.listed(page, listPage(page, page)).ifPresent(this::remember);
    }

    private void remember(BoardWalk.Chunk chunk) {
        chunk.threads().forEach(thread -> looked.add(thread.tid()));
        if (chunk.whenDone() != null) {
            remembered = chunk.whenDone();
        }
    }

    private BoardPage listPage(int shown, int number) {
        var from = Math.min(list.size(), (shown - 1) * 30);
        return page(number, list.size(), list.size(), list.subList(from, Math.min(list.size(), from + 30)));
    }

    private static BoardPage page(int number, long threads, long replies, List<Long> tids) {
        var listed = tids.stream()
                .map(tid -> new ListedThread(
                        tid, new ThreadHeader(1L, "", "", false, false, false, false, false, 0, 0, 1), NOW, false))
                .toList();
        return new BoardPage(1, number, threads, replies, listed);
    }

    private static List<Long> threads(int number) {
        return new ArrayList<>(LongStream.rangeClosed(1, number).boxed().toList());
    }
}
