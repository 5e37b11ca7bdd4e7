package potstats2.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the contract and how it is kept. Names are fixed here and never derived from Java names.
 *
 * @param name the topic's name
 * @param partitions how many partitions it is created with
 * @param retention how long records are kept; absent: compacted and kept for ever
 */
public record Topic(String name, int partitions, @Nullable Duration retention) {

    /** {@link BoardObserved} by BID. */
    public static final Topic BOARDS = compacted("forum.boards", 1);
    /** {@link ThreadObserved} by TID, partitioned by TID. */
    public static final Topic THREADS = compacted("forum.threads", 4);
    /** {@link PostObserved} and {@link PostVanished} by TID and PID, <em>partitioned by TID</em>: a thread stays in order. */
    public static final Topic POSTS = compacted("forum.posts", 4);
    /** {@link ProfileObserved} by UID. */
    public static final Topic PROFILES = compacted("forum.profiles", 1);
    /** {@link Checkpoint} by its key. One partition: it is read to its end as one. */
    public static final Topic CHECKPOINTS = compacted("crawler.checkpoints", 1);
    /** {@link CrawlerCommand} and {@link Checkpoint.Pause}. */
    public static final Topic COMMANDS = new Topic("crawler.commands", 4, Duration.ofDays(7));
    /** {@link CrawlProgressed} by BID. */
    public static final Topic PROGRESS = new Topic("crawler.progress", 1, Duration.ofHours(6));
    /**
     * {@link ForumChanged} by source. One partition: the rollups have one writer at a time, so that no older
     * recomputation overwrites a newer one.
     */
    public static final Topic CHANGES = new Topic("stats.changes", 1, Duration.ofDays(14));
    /** {@link StatsRefreshed}. */
    public static final Topic REFRESHED = new Topic("stats.refreshed", 1, Duration.ofDays(7));

    /** What the crawler observes: from these topics everything else can be made again. */
    public static final List<Topic> FORUM = List.of(BOARDS, THREADS, POSTS, PROFILES);

    private static final Set<String> BY_THREAD = Set.of(THREADS.name(), POSTS.name());

    /** Header of every record: what the value is, e.g. {@code post}; see {@link EventCodec}. */
    public static final String TYPE_HEADER = "type";
    /** Header of every record: the format's version, a decimal number. */
    public static final String VERSION_HEADER = "version";

    /** The largest record the topics take, in bytes: a post's content may be large, a batch's changes too. */
    public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

    private static Topic compacted(String name, int partitions) {
        return new Topic(name, partitions, null);
    }

    /** Where records of this topic go that could not be read or handled: raw bytes, cause and position. */
    public Topic deadLetters() {
        return new Topic(deadLettersOf(name), 1, Duration.ofMillis(Long.MAX_VALUE));
    }

    /** The name of the topic of another one's dead letters. */
    public static String deadLettersOf(String topic) {
        return topic + ".dlt";
    }

    /** The topic's settings as the broker names them; retention {@code -1} is for ever. */
    public Map<String, String> settings() {
        var size = String.valueOf(MAX_RECORD_BYTES);
        if (retention == null) {
            return Map.of("cleanup.policy", "compact", "max.message.bytes", size);
        }
        var millis = retention.toMillis() == Long.MAX_VALUE ? -1 : retention.toMillis();
        return Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(millis), "max.message.bytes", size);
    }

    /**
     * The key of what is said of a post in a thread, e.g. {@code 140831/1243000253}. The thread is part of it: that a
     * post left its old thread must not be what compaction keeps of its life in the new one.
     */
    public static String keyOfPost(long tid, long pid) {
        return tid + "/" + pid;
    }

    /**
     * The thread that chooses the partition of a record.
     *
     * @param topic its topic
     * @param key its key: {@code TID} or {@code TID/PID}
     * @return absent where the topic is not partitioned by thread, or the key is none of its keys
     */
    public static OptionalLong threadOf(String topic, String key) {
        var digits = 0;
        while (digits < key.length() && key.charAt(digits) >= '0' && key.charAt(digits) <= '9') {
            digits++;
        }
        var isKey = digits > 0 && digits < 19 && (digits == key.length() || key.charAt(digits) == '/');
        return isKey && BY_THREAD.contains(topic)
                ? OptionalLong.of(Long.parseLong(key, 0, digits, 10))
                : OptionalLong.empty();
    }

    /**
     * The partition of everything that belongs to a thread.
     *
     * @param tid the thread
     * @param partitions how many partitions the topic has at the broker, at least 1
     * @return from 0 to {@code partitions - 1}
     */
    public static int partitionOfThread(long tid, int partitions) {
        return (int) Math.floorMod((tid * 0x9E3779B97F4A7C15L) >>> 17, (long) partitions);
    }
}
