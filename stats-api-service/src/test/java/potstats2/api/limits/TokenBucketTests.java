package potstats2.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTests {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    /** Where nanoseconds overflow. */
    private static final long NOW = Long.MAX_VALUE - 5;

    private final TokenBucket bucket = new TokenBucket(10, 20, NOW);

    @Test
    void letsABurstThroughAndThenSoManyASecond() {
        assertThat(taken(NOW, 100)).isEqualTo(20);
        assertThat(taken(NOW + SECOND, 100)).isEqualTo(10);
        assertThat(taken(NOW + 2 * SECOND, 100)).isEqualTo(10);
    }

    @Test
    void isFullAgainAfterSilenceAndNotFuller() {
        assertThat(taken(NOW, 100)).isEqualTo(20);
        assertThat(taken(NOW + 3_600 * SECOND, 100)).isEqualTo(20);
    }

    @Test
    void saysHowLongToWait() {
        taken(NOW, 100);
        var wait = bucket.take(NOW);
        assertThat(wait).isEqualTo(SECOND / 10);
        assertThat(bucket.take(NOW + wait)).isZero();
    }

    private int taken(long now, int tries) {
        var taken = 0;
        for (var i = 0; i < tries; i++) {
            if (bucket.take(now) == 0) {
                taken++;
            }
        }
        return taken;
    }
}
