package potstats2.simulator;

/**
 * A forum in use: mostly replies, but also threads, edits, hidden and deleted posts, moved, split and closed threads, and
 * renamed users.
 *
 * @param eventsPerSecond how much happens, above 0
 * @param seed decides what happens
 */
public record LiveTraffic(double eventsPerSecond, long seed) {

    public LiveTraffic {
        if (!(eventsPerSecond > 0)) {
            throw new IllegalArgumentException("events per second must be above 0, not " + eventsPerSecond);
        }
    }

    public static LiveTraffic atRate(double eventsPerSecond) {
        return new LiveTraffic(eventsPerSecond, 1);
    }
}
