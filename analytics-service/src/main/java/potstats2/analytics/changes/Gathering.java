package potstats2.analytics.changes;

import java.time.Duration;

/**
 * How long changes are gathered for one refresh, while they keep coming: many changes share its cost. A multiple of the time
 * that the last refresh took, and in bulk some seconds at least.
 */
final class Gathering {
    private static final int TIMES_THE_LAST_REFRESH = 3;
    private static final int BULK_POSTS = 1_000;
    private static final Duration IN_BULK = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** When nothing came for so long, nothing more is waited for. */
    private static final Duration LULL = Duration.ofMillis(150);
    /** They take a quarter of a heap of 256 MB. */
    private static final int MOST_POSTS = 1_000_000;

    private final int mostAnnouncements;
    private Duration lastRefresh = Duration.ZERO;

    Gathering(int mostAnnouncements) {
        this.mostAnnouncements = mostAnnouncements;
    }

    /** The last refresh took so long. */
    void refreshed(Duration took) {
        lastRefresh = took;
    }

    /**
     * How long to wait for more.
     *
     * @param announcements gathered so far
     * @param posts that they name
     * @param since how long ago the first of them came
     * @return zero: no longer
     */
    Duration patience(int announcements, int posts, Duration since) {
        if (announcements >= mostAnnouncements || posts >= MOST_POSTS) {
            return Duration.ZERO;
        }
        var atLeast = posts < BULK_POSTS ? Duration.ZERO : IN_BULK;
        var gathering = lastRefresh.multipliedBy(TIMES_THE_LAST_REFRESH);
        var left = shorter(gathering.compareTo(atLeast) < 0 ? atLeast : gathering, LONGEST)
                .minus(since);
        return left.isNegative() ? Duration.ZERO : shorter(left, LULL);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
