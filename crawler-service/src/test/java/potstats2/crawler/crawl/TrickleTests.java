package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrickleTests {

    private final MovedClock clock = new MovedClock();
    private final Trickle trickle = new Trickle(6, Duration.ofMinutes(10), clock);

    @Test
    void givesSoManyAndThenOneAfterTheOther() {
        assertThat(taken(10)).isEqualTo(6);
        clock.move(Duration.ofSeconds(101));
        assertThat(taken(10)).isEqualTo(1);
        clock.move(Duration.ofSeconds(200));
        assertThat(taken(10)).isEqualTo(2);
    }

    @Test
    void savesUpNoMoreThanItGivesAtOnce() {
        clock.move(Duration.ofDays(400));

        assertThat(taken(10)).isEqualTo(6);
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(number -> trickle.take()).count();
    }
}
