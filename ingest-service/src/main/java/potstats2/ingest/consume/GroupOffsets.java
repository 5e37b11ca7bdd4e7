package potstats2.ingest.consume;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group's offsets, which others take the lag from. They are committed without waiting, and refused while the group
 * rebalances or its coordinator is away. The next batch commits newer ones; where none comes, they are committed again:
 * else what was read last would count as unread until something new is written.
 */
final class GroupOffsets implements OffsetCommitCallback {
    private static final Logger log = LoggerFactory.getLogger(GroupOffsets.class);

    private final Map<TopicPartition, Long> refused = new ConcurrentHashMap<>();

    /** Not in the order of the commits: what the client refuses by itself is known before the broker's older answers. */
    @Override
    public void onComplete(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure == null) {
            offsets.forEach((partition, committed) ->
                    refused.computeIfPresent(partition, (same, offset) -> committed.offset() < offset ? offset : null));
        } else {
            offsets.forEach((partition, offset) -> refused.merge(partition, offset.offset(), Math::max));
            log.debug("Offsets are not committed, the next ones will be: {}", failure.toString());
        }
    }

    void commit(TopicPartition partition, long position, Consumer<?, ?> consumer) {
        consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(position)), this);
    }

    /** For a partition of which nothing arrives, on its consumer's thread. */
    void commitRefused(TopicPartition partition, long position, Consumer<?, ?> consumer) {
        if (refused.remove(partition) != null) {
            commit(partition, position, consumer);
        }
    }
}
