package potstats2.simulator.forum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board as the forum lists it.
 *
 * @param threads number of listed threads
 * @param replies the forum's count of replies in them
 * @param lastPost the newest shown post, where there is one
 */
public record SimulatedBoard(
        long bid,
        String name,
        String description,
        Category category,
        Access access,
        int threads,
        int replies,
        SimulatedThread.@Nullable Mark lastPost,
        List<SimulatedUser> moderators) {

    /** A group of boards. */
    public record Category(long cid, String name, String description) {}
}
