package potstats2.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;
import potstats2.events.CrawlProgressed.State;

class ProgressTextTests {

    @Test
    void saysHowFarTheCrawlerIs() {
        assertThat(ProgressText.of(progress(State.CRAWLING, 80L)))
                .isEqualTo("crawling: boards 3/12, threads 120/662, posts 3,400/20,000, 870 posts/s, 1 min 20 s left");
        assertThat(ProgressText.of(progress(State.IDLE, null)))
                .isEqualTo("idle: boards 3/12, threads 120/662, posts 3,400 of about 20,000 by the forum's count");
        assertThat(ProgressText.of((CrawlProgressed) null)).isEqualTo("waiting for the crawler");
    }

    @Test
    void saysWhoseCountItIsWhileNothingElseIsKnown() {
        assertThat(ProgressText.of(progress(State.CRAWLING, new Progress(1, 15_113_089), null)))
                .endsWith("posts 1 of about 15,113,089 by the forum's count, 870 posts/s");
        assertThat(ProgressText.of(progress(State.CRAWLING, new Progress(7, 7), null)))
                .endsWith("posts 7, 870 posts/s");
    }

    @Test
    void saysNothingOfWhatIsNotKnownYet() {
        var nothing = new Progress(0, 0);
        assertThat(ProgressText.of(progress(State.PAUSED, nothing, nothing, nothing, null)))
                .isEqualTo("paused until 2026-01-02T03:04:05Z as the forum asks");
        assertThat(ProgressText.of(progress(State.CRAWLING, nothing, nothing, nothing, null)))
                .isEqualTo("crawling: 870 posts/s");
    }

    @Test
    void saysWhatIsInTheStatistics() {
        assertThat(ProgressText.of(new Status(3380L, 119L, 3L, 211L, new Status.Lag(30, 10), null, 2L)))
                .isEqualTo("in the statistics: 3,380 posts in 119 threads by 211 users, 40 records to go, 2 set aside");
        assertThat(ProgressText.of(new Status(3380L, 119L, 3L, 211L, new Status.Lag(0, 1), null, 0L)))
                .isEqualTo("in the statistics: 3,380 posts in 119 threads by 211 users, 1 record to go");
        assertThat(ProgressText.of(new Status(null, null, null, null, null, null, null)))
                .isEqualTo("in the statistics: ? posts in ? threads by ? users");
    }

    @ParameterizedTest
    @CsvSource({"7,7 s", "80,1 min 20 s", "7500,2 h 5 min", "180000,2 d 2 h"})
    void givesTheTwoLargestUnits(long seconds, String text) {
        assertThat(ProgressText.duration(seconds)).isEqualTo(text);
    }

    private static CrawlProgressed progress(State state, @Nullable Long secondsLeft) {
        return progress(state, new Progress(3400, 20_000), secondsLeft);
    }

    private static CrawlProgressed progress(State state, Progress posts, @Nullable Long secondsLeft) {
        return progress(state, new Progress(3, 12), new Progress(120, 662), posts, secondsLeft);
    }

    private static CrawlProgressed progress(
            State state, Progress boards, Progress threads, Progress posts, @Nullable Long secondsLeft) {
        return new CrawlProgressed(
                "crawler",
                state,
                null,
                state == State.PAUSED ? Instant.parse("2026-01-02T03:04:05.678Z") : null,
                1,
                14L,
                boards,
                threads,
                posts,
                300,
                100,
                870,
                secondsLeft,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
