package potstats2.simulator.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as a careful reader of the forum knows it.
 *
 * @param tid the thread that holds the post now
 * @param bid the board in which that thread stands now
 * @param name the poster's name at the time of the post
 * @param lastEdit the newest edit, absent where there is none
 * @param title empty where there is none or the text is hidden
 * @param content as it is served, but without characters that XML forbids; empty where the text is hidden
 * @param hidden whether the text is hidden
 */
public record SimulatedPost(
        long pid,
        long tid,
        long bid,
        long uid,
        String name,
        int groupId,
        Instant postedAt,
        int editCount,
        @Nullable Edit lastEdit,
        @Nullable Integer iconId,
        @Nullable Avatar avatar,
        String title,
        String content,
        boolean hidden) {

    /** The newest edit, by whom and when; the name is that of the time of the edit. */
    public record Edit(long uid, String name, int groupId, Instant editedAt) {}

    /** A picture beside the post. */
    public record Avatar(int avid, String path) {}
}
