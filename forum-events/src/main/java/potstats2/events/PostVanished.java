package potstats2.events;

import java.time.Instant;

/**
 * A post that a thread's pages once held and, read again, no longer hold: deleted, made invisible, or moved to another
 * thread. Topic {@link Topic#POSTS}, same key and partition as the
 * {@link PostObserved} of the post in this thread.
 *
 * <p>It says something about this thread only: a post that moved to another thread is alive there, whichever of the two
 * observations was made first. A post is gone when its newest {@link PostObserved} names a thread from which it vanished
 * later than that observation.
 *
 * @param pid the post
 * @param tid the thread that no longer holds it
 * @param observedAt when the page that should have held it was received
 */
public record PostVanished(long pid, long tid, Instant observedAt) implements ForumEvent {
    public PostVanished {
        Ranges.requireId("pid", pid);
        Ranges.requireId("tid", tid);
        Ranges.requireTime("observedAt", observedAt);
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
        handler.vanished(this);
    }
}
