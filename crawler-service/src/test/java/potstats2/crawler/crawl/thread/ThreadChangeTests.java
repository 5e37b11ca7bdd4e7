package potstats2.crawler.crawl.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.crawler.source.ListedThread;
import potstats2.crawler.source.ThreadHeader;
import potstats2.events.Checkpoint.ThreadRead;

class ThreadChangeTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");
    private static final ThreadHeader HEADER = header("Titel", false, 5);

    @Test
    void aThreadWhoseListEntryHasNotMovedCostsNoRequest() {
        assertThat(ThreadChange.needsVisit(listed(HEADER, NOW), read(HEADER, 0, false), NOW))
                .isFalse();
    }

    @Test
    void anUnknownThreadIsRead() {
        assertThat(ThreadChange.needsVisit(listed(HEADER, NOW), null, NOW)).isTrue();
    }

    @Test
    void aThreadIsReadWhenItsLastPostOrItsReplyCountMoved() {
        var read = read(HEADER, 0, false);

        assertThat(ThreadChange.needsVisit(listed(HEADER, NOW.plusSeconds(1)), read, NOW))
                .isTrue();
        assertThat(ThreadChange.needsVisit(listed(HEADER, null), read, NOW)).isTrue();
        assertThat(ThreadChange.needsVisit(listed(header("Titel", false, 4), NOW), read, NOW))
                .isTrue();
    }

    /** Closed sticky threads are reopened: that a thread is closed says nothing about tomorrow. */
    @Test
    void aClosedThreadThatMovedIsRead() {
        var closed = header("Titel", true, 5);

        assertThat(ThreadChange.needsVisit(listed(closed, NOW.plusSeconds(1)), read(closed, 0, false), NOW))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 59", "2, 240, 239", "3, 960, 959", "9, 86400, 86399", "1000, 86400, 86399"})
    void whatCouldNotBeReadIsTriedAgainLessAndLessOften(int failures, long due, long early) {
        var read = read(HEADER, failures, false);

        assertThat(ThreadChange.isDue(read, NOW.plusSeconds(due))).isTrue();
        assertThat(ThreadChange.isDue(read, NOW.plusSeconds(early))).isFalse();
    }

    /** One that is listed although it is gone may stay so for ever: it must not keep the crawl stuck. */
    @ParameterizedTest
    @CsvSource({
        "true, 1, 60",
        "true, 2, 120",
        "true, 4, 480",
        "true, 5, 600",
        "true, 1000, 600",
        "false, 1, 60",
        "false, 5, 960",
        "false, 12, 86400"
    })
    void aThreadThatIsGoneIsLookedForAgain(boolean listed, int failures, long due) {
        var read = read(HEADER, failures, true);

        assertThat(ThreadChange.mayBeBack(read, listed, NOW.plusSeconds(due - 1)))
                .isFalse();
        assertThat(ThreadChange.mayBeBack(read, listed, NOW.plusSeconds(due))).isTrue();
        assertThat(ThreadChange.isDue(read, NOW.plus(Duration.ofDays(2)))).isFalse();
        assertThat(ThreadChange.needsVisit(listed(HEADER, NOW), read, NOW.plus(Duration.ofDays(2))))
                .isFalse();
    }

    @Test
    void aThreadThatIsGoneAndNotListedIsLeftToTheSweepsOneDay() {
        var read = read(HEADER, 13, true);

        assertThat(ThreadChange.mayBeBack(read, false, NOW.plus(Duration.ofDays(900))))
                .isFalse();
    }

    @Test
    void aThreadThatIsThereIsNotBack() {
        assertThat(ThreadChange.mayBeBack(read(HEADER, 1, false), true, NOW.plus(Duration.ofDays(2))))
                .isFalse();
    }

    @Test
    void hitsAloneAreNotWorthPublishing() {
        var published = HEADER.observed(7, 1, List.of(), NOW);
        var read = new ThreadHeader(1L, "Titel", "", false, false, false, false, false, 99, 5, 1);

        assertThat(ThreadChange.isRenamedOrMoved(read, 1, published)).isFalse();
        assertThat(ThreadChange.isRenamedOrMoved(header("Neu", false, 5), 1, published))
                .isTrue();
        assertThat(ThreadChange.isRenamedOrMoved(header("Titel", true, 5), 1, published))
                .isTrue();
    }

    private static ListedThread listed(ThreadHeader header, @Nullable Instant lastPostAt) {
        return new ListedThread(7, header, lastPostAt, false);
    }

    private static ThreadRead read(ThreadHeader header, int failures, boolean gone) {
        var thread = header.observed(7, 1, List.of(), NOW);
        return new ThreadRead(
                gone ? ThreadVisit.gone(thread, NOW) : thread, true, NOW, header.replies(), null, failures, NOW, NOW);
    }

    private static ThreadHeader header(String title, boolean closed, long replies) {
        return new ThreadHeader(1L, title, "", closed, false, false, false, false, 10, replies, 1);
    }
}
