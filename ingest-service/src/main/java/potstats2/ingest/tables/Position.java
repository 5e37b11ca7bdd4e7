package potstats2.ingest.tables;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import potstats2.events.ForumChanged;

/**
 * The stored position of a partition.
 *
 * @param partition the partition
 * @param nextOffset the offset of the next record to read
 * @param announcement what the newest batch that was stored here changed, if it changed anything
 */
public record Position(
        TopicPartition partition, long nextOffset, @Nullable ForumChanged announcement) {

    @Override
    public String toString() {
        return partition + "@" + nextOffset;
    }
}
