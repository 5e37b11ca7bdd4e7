package potstats2.crawler.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import potstats2.crawler.checkpoint.Checkpoints.PageKey;
import potstats2.events.Checkpoint.BoardRead;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.Checkpoint.ProfileRead;

class CheckpointsTests {

    private static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    private final Checkpoints checkpoints = new Checkpoints(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(24));

    @RepeatedTest(20)
    void keepsPidsAsTheyAre() {
        var random = new Random();
        var pids = random.longs(random.nextInt(40))
                .map(pid -> pid >> random.nextInt(60))
                .toArray();

        assertThat(PidList.decode(PidList.encode(pids))).isEqualTo(pids);
    }

    @Test
    void aPageOfPidsTakesAboutTwoBytesAPost() {
        var pids = new Random(1)
                .longs(30, 0, 20_000)
                .map(pid -> 1_243_000_000L + pid)
                .sorted()
                .toArray();

        assertThat(PidList.encode(pids)).hasSizeLessThan(65);
    }

    @Test
    void theNewestCheckpointHolds() {
        checkpoints.put(new BoardRead(14, 5, 0, null));
        checkpoints.put(new BoardRead(14, 4, 0, null));
        checkpoints.put(page(7, 2, NOW, 5L, 6L));
        checkpoints.put(page(7, 2, NOW, 5L));

        assertThat(checkpoints.board(14)).hasValue(new BoardRead(14, 4, 0, null));
        assertThat(checkpoints.thread(7).pids(2)).containsExactly(5);
        assertThat(checkpoints.thread(7).lastPage()).isEqualTo(2);
        assertThat(checkpoints.thread(7).digest(1)).isZero();
    }

    @Test
    void aPageWithoutPostsIsKnownButNotTheLast() {
        checkpoints.put(page(7, 1, NOW, 1L));
        checkpoints.put(page(7, 2, NOW));

        assertThat(checkpoints.thread(7).lastPage()).isEqualTo(1);
        assertThat(checkpoints.thread(7).digest(2)).isNotZero();
    }

    @Test
    void namesRecentPagesTheLongestUnreadFirst() {
        checkpoints.put(page(7, 1, NOW.minusSeconds(600), 1L));
        checkpoints.put(page(7, 2, NOW.minusSeconds(1200), 2L));
        checkpoints.put(page(8, 1, NOW.minusSeconds(10), 3L));
        checkpoints.put(new PageRead(9, 1, List.of(4L), NOW.minus(Duration.ofHours(25)), 1, NOW.minusSeconds(1200)));

        assertThat(checkpoints.recentPagesNotReadSince(NOW.minusSeconds(300)))
                .containsExactly(new PageKey(7, 2), new PageKey(7, 1));
    }

    @Test
    void namesProfilesNeverReadFirst() {
        checkpoints.put(new ProfileRead(1, NOW.minusSeconds(100)));
        checkpoints.put(new ProfileRead(2, null));
        checkpoints.put(new ProfileRead(3, NOW));

        assertThat(checkpoints.profilesNotReadSince(NOW.minusSeconds(50))).containsExactly(2L, 1L);
    }

    private static PageRead page(long tid, int page, Instant readAt, Long... pids) {
        return new PageRead(tid, page, List.of(pids), NOW.minusSeconds(60), 1, readAt);
    }
}
