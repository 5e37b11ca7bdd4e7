package potstats2.crawler.publish;

import org.jspecify.annotations.Nullable;
import potstats2.events.BoardObserved;
import potstats2.events.Checkpoint;
import potstats2.events.CrawlProgressed;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;
import potstats2.events.Topic;

/**
 * Where an event belongs.
 *
 * @param topic the topic
 * @param key the record's key
 * @param tid the thread that chooses the partition, absent where the key does
 */
record Target(Topic topic, String key, @Nullable Long tid) {

    static Target of(Object event) {
        if (event instanceof PostObserved post) {
            return new Target(Topic.POSTS, Topic.keyOfPost(post.tid(), post.pid()), post.tid());
        }
        if (event instanceof PostVanished post) {
            return new Target(Topic.POSTS, Topic.keyOfPost(post.tid(), post.pid()), post.tid());
        }
        if (event instanceof ThreadObserved thread) {
            return new Target(Topic.THREADS, String.valueOf(thread.tid()), thread.tid());
        }
        if (event instanceof BoardObserved board) {
            return new Target(Topic.BOARDS, String.valueOf(board.bid()), null);
        }
        if (event instanceof ProfileObserved profile) {
            return new Target(Topic.PROFILES, String.valueOf(profile.uid()), null);
        }
        if (event instanceof Checkpoint checkpoint) {
            return new Target(Topic.CHECKPOINTS, checkpoint.key(), null);
        }
        if (event instanceof CrawlProgressed progress) {
            return new Target(
                    Topic.PROGRESS,
                    progress.bid() == null ? "all" : progress.bid().toString(),
                    null);
        }
        throw new IllegalArgumentException("Not published by the crawler: " + event.getClass());
    }

    @Nullable
    Integer partition(Partitions partitions) {
        return tid == null ? null : (Integer) Topic.partitionOfThread(tid, partitions.of(topic));
    }
}
