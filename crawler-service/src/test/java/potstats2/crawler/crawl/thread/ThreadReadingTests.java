package potstats2.crawler.crawl.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.Refusal;
import potstats2.crawler.source.SourceTraits;
import potstats2.crawler.source.ThreadHeader;
import potstats2.crawler.source.ThreadPage;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.PostObserved.UserName;

class ThreadReadingTests {

    private static final int MAX_PAGES = 500;
    private static final SourceTraits TRAITS = new SourceTraits(30, 30, true);
    private static final long TID = 7;

    private final Checkpoints checkpoints = new Checkpoints(Clock.systemUTC(), Duration.ofDays(1));
    private final KnownThread known = checkpoints.thread(TID);
    private final List<Integer> asked = new ArrayList<>();
    private final List<Long> vanished = new ArrayList<>();

    @Test
    void aPageWithRoomAndNoLaterPageClaimedIsTheLast() {
        read(ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS), pages(1, 45, 2));

        assertThat(asked).containsExactly(1, 2);
        assertThat(known.pids(2)).hasSize(15);
    }

    @Test
    void aFullPageIsNeverProofOfTheEnd() {
        read(ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS), pages(1, 60, 2));

        assertThat(asked).containsExactly(1, 2, 3);
    }

    /** What page 1 of a thread of 100 posts may hide, what it may claim, and how many pages may be empty before the rest. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, list",
        "1, 1, 0, page",
        "29, 1, 0, list",
        "30, 1, 0, list",
        "7, 1, 2, list",
        "7, 2, 2, page",
        "7, 2, 4, list"
    })
    void aGapIsNoEndWhereANewerPostIsPromised(int invisible, long claimed, int emptyPages, String promisedBy) {
        var last = Instant.EPOCH.plusSeconds(100);
        var promised = promised(promisedBy.equals("list") ? last : null);

        read(ThreadReading.continuing(known, claimed, true, MAX_PAGES, TRAITS).expecting(promised), page -> {
            var number = page == 1 || page <= emptyPages + 1 ? page : page - emptyPages;
            var posts = new ArrayList<Post>();
            for (var pid = number * 30L - 29; pid <= Math.min(100, number * 30L); pid++) {
                if (page == 1 ? pid > invisible : page > emptyPages + 1) {
                    posts.add(post(pid, Instant.EPOCH.plusSeconds(pid)));
                }
            }
            return new ThreadPage(TID, page, header(claimed), promisedBy.equals("page") ? last : null, posts);
        });

        assertThat(known.pids(4 + emptyPages)).contains(100L);
        assertThat(asked).hasSize(4 + emptyPages);
    }

    @Test
    void aPromiseThatIsNotKeptCostsAFewPages() {
        var reading =
                ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS).expecting(promised(Instant.MAX));

        read(reading, pages(1, 40, 2));

        assertThat(asked).hasSize(2 + ThreadReading.MAX_BARREN_PAGES_PAST_CLAIMS);
        assertThat(reading.isComplete()).isTrue();
        assertThat(reading.isInDoubt()).isFalse();
    }

    @Test
    void aPromiseThatWasLookedIntoIsNotBelievedAgain() {
        var promised = new PromisedPosts(Instant.MAX, List.of(Instant.MAX), Instant.EPOCH);

        read(ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS).expecting(promised), pages(1, 40, 2));

        assertThat(asked).containsExactly(1, 2);
    }

    /** As a post has it whose date is broken. */
    @Test
    void aPostOfTheFutureKeepsNoPromise() {
        var last = Instant.EPOCH.plusSeconds(40);

        read(
                ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS).expecting(promised(last)),
                page -> page == 1
                        ? new ThreadPage(TID, 1, header(1), null, List.of(post(1, Instant.MAX)))
                        : new ThreadPage(TID, page, header(1), null, page == 2 ? List.of(post(40, last)) : List.of()));

        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void whatIsPromisedMayBeForMembersOnly() {
        var reading =
                ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS).expecting(promised(Instant.MAX));

        reading.refused(1, Refusal.NOT_LOGGED_IN);

        assertThat(reading.next()).isEmpty();
    }

    @Test
    void theListIsBelievedWhereThePageClaimsLessAndNothingIsPromised() {
        read(
                ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS),
                page -> page == 1 ? page(1, 1, 2, 30) : page(page, 1, page * 30 - 29, page * 30 - 20));

        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void aPostMissingBeforeOnesPromisedHasNotVanished() {
        remember(1, 2, 31);
        remember(2, 32, 45);
        var last = Instant.EPOCH.plusSeconds(45);

        // Posts came back before those known: all moved on by ten, and page 2 has a gap.
        read(
                ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS).expecting(promised(last)),
                page -> new ThreadPage(
                        TID,
                        page,
                        header(2),
                        null,
                        LongStream.rangeClosed(page * 30L - 40, Math.min(45, page * 30L - 11 - page % 2))
                                .filter(pid -> pid > 0 && pid != 34)
                                .mapToObj(pid -> post(pid, Instant.EPOCH.plusSeconds(pid)))
                                .toList()));

        assertThat(known.pids(2)).doesNotContain(34L);
        assertThat(vanished).containsOnly(34L);
    }

    /** A middle page with fewer than 30 posts once cost the rest of the thread. */
    @Test
    void aGapInTheMiddleDoesNotEndTheThread() {
        read(
                ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS),
                page -> page == 2
                        ? page(2, 3, 31, 40)
                        : page <= 3 ? page(page, 3, page * 30 - 29, page * 30 - page) : page(page, 3, 1, 0));

        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void goesOnPastAnEmptyPageWhileMoreAreClaimed() {
        read(
                ThreadReading.continuing(known, 4, true, MAX_PAGES, TRAITS),
                page -> page == 2 || page == 3 ? page(page, 4, 1, 0) : page(page, 4, page * 100L, page * 100L + 20));

        assertThat(asked).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aClaimOfTooManyPagesCostsOnePage() {
        read(ThreadReading.continuing(known, 17, true, MAX_PAGES, TRAITS), pages(1, 16 * 30, 17));

        assertThat(asked).hasSize(17);
    }

    @Test
    void aClaimOfTooFewPagesLosesNothing() {
        read(ThreadReading.continuing(known, 16, true, MAX_PAGES, TRAITS), pages(1, 16 * 30 + 1, 16));

        assertThat(asked).hasSize(17);
        assertThat(known.pids(17)).hasSize(1);
    }

    @Test
    void doesNotFollowAClaimOfABillionPages() {
        read(
                ThreadReading.continuing(known, 1_000_000_000, true, MAX_PAGES, TRAITS),
                page -> pageOf(page, 100, 1_000_000_000));

        assertThat(asked).hasSize(4 + ThreadReading.MAX_BARREN_PAGES);
    }

    @Test
    void endsWhereTheSamePostsAreShownForEver() {
        read(ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS), page -> page(Math.min(page, 2), 2, 1, 30));

        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void endsWhereThePastTheEndIsTheLastPageOnceMore() {
        var read = read(
                ThreadReading.continuing(known, 2, true, MAX_PAGES, TRAITS), page -> pageOf(Math.min(page, 2), 60, 2));

        assertThat(asked).containsExactly(1, 2, 3);
        assertThat(known.lastPage()).isEqualTo(2);
        assertThat(read.isComplete()).isTrue();
    }

    @Test
    void endsEvenWhereEveryPageShowsNewPostsForEver() {
        read(
                ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS),
                page -> page(page, page + 1L, page * 30L, page * 30L + 29));

        assertThat(asked).hasSize(MAX_PAGES);
    }

    @Test
    void continuesAtTheLastKnownPage() {
        remember(1, 1, 30);
        remember(2, 31, 45);

        read(ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS), pages(1, 70, 3));

        assertThat(asked).containsExactly(2, 3);
        assertThat(vanished).isEmpty();
    }

    @Test
    void readsFirstWhatCouldNotBeReadBefore() {
        remember(1, 1, 30);
        remember(3, 61, 70);

        read(ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS), pages(1, 70, 3));

        assertThat(asked).containsExactly(2, 3);
    }

    @Test
    void goesOnPastAPageThatCannotBeRead() {
        var reading = ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS);
        reading.shown(1, pageOf(1, 80, 3));
        reading.failed(2);

        assertThat(reading.next()).hasValue(3);
        reading.shown(3, pageOf(3, 80, 3));
        assertThat(reading.next()).isEmpty();
        assertThat(reading.isComplete()).isFalse();
        assertThat(known.digest(2)).isZero();
    }

    @Test
    void leavesAThreadOfWhichNothingCanBeRead() {
        var reading = ThreadReading.continuing(known, 1000, true, MAX_PAGES, TRAITS);
        while (reading.next().isPresent()) {
            asked.add(reading.next().getAsInt());
            reading.failed(reading.next().getAsInt());
        }

        assertThat(asked).hasSize(ThreadReading.MAX_FAILED_PAGES);
    }

    @Test
    void goesOnPastPagesForMembersOnly() {
        var reading = ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS);
        assertThat(reading.refused(1, Refusal.NOT_LOGGED_IN)).isTrue();

        assertThat(reading.next()).hasValue(2);
    }

    @Test
    void stopsWhereTheThreadIsRefused() {
        for (var refusal : List.of(Refusal.INVALID, Refusal.HIDDEN, Refusal.NO_ACCESS)) {
            var reading = ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS);
            assertThat(reading.refused(1, refusal)).isFalse();
            assertThat(reading.next()).isEmpty();
        }
    }

    @Test
    void whatIsMissingBetweenTwoPostsOfAPageHasVanished() {
        remember(1, 1, 20);

        read(ThreadReading.ofPage(known, 1, MAX_PAGES, TRAITS), page -> without(page(1, 1, 1, 20), 5, 6));

        assertThat(vanished).containsExactly(5L, 6L);
        assertThat(known.pids(1)).hasSize(18);
    }

    @Test
    void theFirstAndTheLastPostOfAThreadCanVanish() {
        remember(1, 1, 20);

        read(ThreadReading.ofPage(known, 1, MAX_PAGES, TRAITS), page -> without(page(1, 1, 1, 20), 1, 20));

        assertThat(vanished).containsExactlyInAnyOrder(1L, 20L);
    }

    @Test
    void theOnlyPostOfTheLastPageCanVanish() {
        remember(1, 1, 30);
        remember(2, 31, 31);

        read(ThreadReading.continuing(known, 1, true, MAX_PAGES, TRAITS), pages(1, 30, 1));

        assertThat(asked).containsExactly(2, 1);
        assertThat(vanished).containsExactly(31L);
        assertThat(known.lastPage()).isEqualTo(1);
    }

    @Test
    void theOnlyPostOfTheLastPageCanVanishWhereTheCountsLie() {
        remember(1, 1, 30);
        remember(2, 31, 31);

        read(ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS), pages(1, 30, 3));

        assertThat(asked).containsExactly(2, 3, 1);
        assertThat(vanished).containsExactly(31L);
    }

    @Test
    void aPostThatMovedToThePageBeforeHasNotVanished() {
        remember(1, 1, 30);
        remember(2, 31, 60);
        remember(3, 61, 70);

        // Post 4 vanished: all behind it moved up by one.
        read(ThreadReading.continuing(known, 3, true, MAX_PAGES, TRAITS), page -> shifted(page, 70, 3, 4));

        assertThat(asked).as("one page more settles it").containsExactly(3, 2);
        assertThat(vanished).isEmpty();
        assertThat(known.pids(2)).contains(31, 61);
        assertThat(known.pids(3)).doesNotContain(61);
    }

    @Test
    void aPostAtAPagesEdgeThatVanishedIsToldFromOneThatMoved() {
        remember(1, 1, 30);
        remember(2, 31, 45);

        read(ThreadReading.ofPage(known, 2, MAX_PAGES, TRAITS), page -> shifted(page, 45, 2, 31));

        assertThat(asked).containsExactly(2, 1);
        assertThat(vanished).containsExactly(31L);
    }

    @Test
    void aPostThatMovedToTheNextPageHasNotVanished() {
        remember(1, 2, 31);
        remember(2, 32, 45);

        // Post 1 appeared: all behind it moved down by one.
        read(ThreadReading.ofPage(known, 1, MAX_PAGES, TRAITS), pages(1, 45, 2));

        assertThat(vanished).isEmpty();
        assertThat(known.pids(2)).contains(31);
    }

    @Test
    void aSweepReadsFromTheLastPageToTheFirstAndSettlesEverything() {
        for (var page = 1; page <= 4; page++) {
            remember(page, page * 30L - 29, page * 30L);
        }

        read(ThreadReading.whole(known, 0, MAX_PAGES, TRAITS), page -> shifted(page, 120, 4, 4, 31, 60, 61, 120));

        assertThat(asked).startsWith(4, 3, 2, 1);
        assertThat(vanished).containsExactlyInAnyOrder(4L, 31L, 60L, 61L, 120L);
    }

    @Test
    void aPostThatVanishesWhileASweepRunsIsNotTakenForOthers() {
        for (var page = 1; page <= 3; page++) {
            remember(page, page * 30L - 29, page * 30L);
        }

        // After page 3 was read, post 1 vanishes: post 61 is on page 2 by now.
        read(
                ThreadReading.whole(known, 0, MAX_PAGES, TRAITS),
                page -> page == 3 ? pageOf(3, 90, 3) : shifted(page, 90, 3, 1));

        assertThat(vanished).containsExactly(1L);
    }

    @Test
    void postsOutOfOrderProveNothing() {
        remember(1, 1, 20);

        read(
                ThreadReading.ofPage(known, 1, MAX_PAGES, TRAITS),
                page -> new ThreadPage(TID, 1, header(1), null, List.of(post(20), post(1))));

        assertThat(vanished).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotSayHowManyPagesThereAreProvesNothingAboutTheEnd() {
        remember(1, 1, 30);
        remember(2, 31, 40);

        read(ThreadReading.ofPage(known, 1, MAX_PAGES, TRAITS), page -> page(page, 0, 1, 20));

        assertThat(vanished).isEmpty();
    }

    @Test
    void aSweepForgetsNoPostThatMovedToAnotherPageWhileItWasInterrupted() {
        remember(1, 1, 30);
        remember(2, 31, 60);
        var interrupted = ThreadReading.whole(known, 0, MAX_PAGES, TRAITS);
        interrupted.shown(2, shifted(2, 60, 2));
        read(ThreadReading.whole(known, 2, MAX_PAGES, TRAITS), page -> shifted(page, 60, 2, 1));
        vanished.clear();

        read(interrupted, page -> shifted(page, 60, 2, 1, 31));
        read(ThreadReading.whole(known, 0, MAX_PAGES, TRAITS), page -> shifted(page, 60, 2, 1, 31));

        assertThat(vanished).containsExactly(31L);
    }

    /** Their place in the thread is so far from where the thread ends now that no page beside it shows a post. */
    @Test
    void aReadingOfTheWholeThreadSettlesWhatVanishedSeveralPagesFromTheEnd() {
        remember(1, 1, 30);
        remember(2, 31, 60);
        remember(3, 61, 90);
        remember(4, 91, 100);

        var reading = read(ThreadReading.whole(known, 1, MAX_PAGES, TRAITS), pages(1, 12, 1));

        assertThat(asked).containsExactly(4, 3, 2, 1);
        assertThat(vanished)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(13, 100).boxed().toList());
        assertThat(reading.isInDoubt()).isFalse();
        assertThat(known.lastPage()).isEqualTo(1);
    }

    /** As where two threads were joined. */
    @Test
    void aPageThatShowsAPostOutOfItsPlaceProvesNothingAboutPostsSeenOnOtherPages() {
        remember(1, 1, 30);
        remember(2, 31, 60);
        remember(3, 61, 70);

        read(
                ThreadReading.whole(known, 3, MAX_PAGES, TRAITS),
                page -> page == 1
                        ? new ThreadPage(TID, 1, header(3), null, List.of(post(1), post(2), post(65)))
                        : pageOf(page, 70, 3));

        assertThat(vanished)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(3, 30).boxed().toList());
    }

    private ThreadReading read(ThreadReading reading, IntFunction<ThreadPage> forum) {
        while (reading.next().isPresent()) {
            var page = reading.next().getAsInt();
            asked.add(page);
            var finding = reading.shown(page, forum.apply(page));
            vanished.addAll(finding.vanished());
            for (var remembered : finding.pids()) {
                checkpoints.put(new PageRead(TID, remembered.page(), remembered.pids(), null, 1, Instant.EPOCH));
            }
        }
        return reading;
    }

    private void remember(int page, long from, long to) {
        checkpoints.put(
                new PageRead(TID, page, LongStream.rangeClosed(from, to).boxed().toList(), null, 1, Instant.EPOCH));
    }

    /** A thread with posts from 1 on, without gaps. */
    private static IntFunction<ThreadPage> pages(long from, long to, long claimed) {
        return page -> page(page, claimed, from + (page - 1L) * 30, Math.min(to, from + page * 30L - 1));
    }

    private static ThreadPage pageOf(int page, long posts, long claimed) {
        return pages(1, posts, claimed).apply(page);
    }

    /** A page of a thread from which some posts vanished. */
    private static ThreadPage shifted(int page, long posts, long claimed, long... without) {
        var left = LongStream.rangeClosed(1, posts)
                .filter(pid -> Arrays.stream(without).noneMatch(gone -> gone == pid))
                .skip((page - 1) * 30L)
                .limit(30)
                .mapToObj(ThreadReadingTests::post)
                .toList();
        return new ThreadPage(TID, page, header(claimed), null, left);
    }

    private static ThreadPage without(ThreadPage page, long... pids) {
        var left = page.posts().stream()
                .filter(post -> Arrays.stream(pids).noneMatch(pid -> pid == post.pid()))
                .toList();
        return new ThreadPage(TID, page.page(), page.header(), null, left);
    }

    private static ThreadPage page(int page, long claimed, long from, long to) {
        return new ThreadPage(
                TID,
                page,
                header(claimed),
                null,
                LongStream.rangeClosed(from, to)
                        .mapToObj(ThreadReadingTests::post)
                        .toList());
    }

    private static ThreadHeader header(long pages) {
        return new ThreadHeader(1L, "Titel", "", false, false, false, false, false, 0, 0, pages);
    }

    private static Post post(long pid) {
        return post(pid, Instant.EPOCH);
    }

    private static Post post(long pid, Instant at) {
        return new Post(pid, new UserName(1, "a", null), at, 0, null, null, null, "", "", false);
    }

    private static PromisedPosts promised(@Nullable Instant lastPost) {
        return new PromisedPosts(lastPost, List.of(), Instant.EPOCH.plusSeconds(1000));
    }
}
