package potstats2.analytics.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatheringTests {
    private static final Duration NOW = Duration.ZERO;

    private final Gathering gathering = new Gathering(10);

    @Test
    void aLiveChangeWaitsForNothing() {
        assertThat(gathering.patience(1, 1, NOW)).isZero();
    }

    @Test
    void changesThatKeepComingShareARefreshThatTakesLong() {
        gathering.refreshed(Duration.ofSeconds(1));

        assertThat(gathering.patience(1, 1, Duration.ofMillis(2_900))).isEqualTo(Duration.ofMillis(100));
        assertThat(gathering.patience(1, 1, Duration.ofMillis(3_100))).isZero();
    }

    @Test
    void aLullEndsIt() {
        gathering.refreshed(Duration.ofSeconds(1));

        assertThat(gathering.patience(1, 1, NOW)).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void inBulkItTakesSomeSecondsAtLeastAndTenAtMost() {
        assertThat(gathering.patience(1, 1_000, Duration.ofMillis(2_900))).isPositive();
        assertThat(gathering.patience(1, 999, Duration.ofMillis(2_900))).isZero();
        gathering.refreshed(Duration.ofMinutes(5));
        assertThat(gathering.patience(1, 1_000, Duration.ofMillis(9_999))).isPositive();
        assertThat(gathering.patience(1, 1_000, Duration.ofSeconds(10))).isZero();
    }

    @Test
    void noMoreIsGatheredThanThereIsRoomFor() {
        gathering.refreshed(Duration.ofMinutes(5));

        assertThat(gathering.patience(10, 10, NOW)).isZero();
        assertThat(gathering.patience(1, 1_000_000, NOW)).isZero();
    }
}
