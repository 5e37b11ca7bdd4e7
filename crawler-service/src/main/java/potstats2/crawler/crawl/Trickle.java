package potstats2.crawler.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** So many in so long a time, evenly after the first. */
final class Trickle {

    private final int most;
    private final Duration interval;
    private final Clock clock;
    private int left;
    private Instant filledAt;

    /**
     * A full one.
     *
     * @param most at once
     * @param during until as many may be taken again
     */
    Trickle(int most, Duration during, Clock clock) {
        this.most = most;
        this.interval = during.dividedBy(most);
        this.clock = clock;
        this.left = most;
        this.filledAt = clock.instant();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        var more = Duration.between(filledAt, clock.instant()).dividedBy(interval);
        if (more > 0) {
            left = (int) Math.min(most, left + more);
            filledAt = filledAt.plus(interval.multipliedBy(more));
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
