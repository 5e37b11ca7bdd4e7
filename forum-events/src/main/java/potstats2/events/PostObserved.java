package potstats2.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as a thread's page showed it; see {@link Ranges} for what its values may be. Topic {@link Topic#POSTS}, key: {@code <tid>/<pid>} in decimal, see
 * {@link Topic#keyOfPost}; the partition is chosen by the TID, see {@link Topic#partitionOfThread}.
 *
 * @param pid the post, positive, growing with time across the whole forum
 * @param tid the thread whose page held the post
 * @param poster who wrote it, under the name of that time
 * @param postedAt when it was written, whole seconds
 * @param editCount how often it was edited, at least 0
 * @param lastEdit the newest edit, absent where there is none or the forum does not show it
 * @param iconId the post's icon, where it has one
 * @param avatar the poster's avatar at that post, where it has one
 * @param title the post's title, may be empty
 * @param contentFormat what the content is written in, absent where that is BBCode, as on every forum so far
 * @param content as the forum sent it, without the characters that XML 1.0 forbids; empty where the text is hidden
 * @param hidden a moderator hid the text; the post still counts
 * @param observedAt when the forum's answer was received
 */
public record PostObserved(
        long pid,
        long tid,
        UserName poster,
        Instant postedAt,
        int editCount,
        @Nullable Edit lastEdit,
        @Nullable Long iconId,
        @Nullable Avatar avatar,
        String title,
        @Nullable String contentFormat,
        String content,
        boolean hidden,
        Instant observedAt)
        implements ForumEvent {

    public PostObserved {
        Ranges.requireId("pid", pid);
        Ranges.requireId("tid", tid);
        Ranges.requireTime("postedAt", postedAt);
        Ranges.requireCount("editCount", editCount);
        Ranges.requireIdOrNone("iconId", iconId);
        Ranges.requireText("title", title);
        Ranges.requireText("contentFormat", contentFormat);
        Ranges.requireText("content", content);
        Ranges.requireTime("observedAt", observedAt);
    }

    /** A post that is written in BBCode. */
    public PostObserved(
            long pid,
            long tid,
            UserName poster,
            Instant postedAt,
            int editCount,
            @Nullable Edit lastEdit,
            @Nullable Long iconId,
            @Nullable Avatar avatar,
            String title,
            String content,
            boolean hidden,
            Instant observedAt) {
        this(pid, tid, poster, postedAt, editCount, lastEdit, iconId, avatar, title, null, content, hidden, observedAt);
    }

    @Override
    public Topic topic() {
        return Topic.POSTS;
    }

    @Override
    public String key() {
        return Topic.keyOfPost(tid, pid);
    }

    @Override
    public void handle(Handler handler) {
        handler.post(this);
    }

    /**
     * A user under the name shown at one place and time; people rename themselves.
     *
     * @param uid the user, 0 for a guest
     * @param name the name shown there, of any length, empty where none is
     * @param groupId the user's group, where the forum says it
     */
    public record UserName(long uid, String name, @Nullable Long groupId) {
        public UserName {
            Ranges.requireIdOrNone("uid", uid);
            Ranges.requireText("user name", name);
            Ranges.requireIdOrNone("groupId", groupId);
        }
    }

    /**
     * The newest edit of a post.
     *
     * @param editor who edited, not always the poster
     * @param editedAt when, whole seconds
     */
    public record Edit(UserName editor, Instant editedAt) {
        public Edit {
            Ranges.requireTime("editedAt", editedAt);
        }
    }

    /**
     * A picture beside a post.
     *
     * @param avid the avatar, where the forum gives its id
     * @param path the image's address, relative to the forum
     */
    public record Avatar(@Nullable Long avid, String path) {
        public Avatar {
            Ranges.requireIdOrNone("avid", avid);
            Ranges.requireText("avatar path", path);
        }
    }
}
