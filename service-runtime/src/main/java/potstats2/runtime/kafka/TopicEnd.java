package potstats2.runtime.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from their beginning to the end that they had when the reading began. */
public final class TopicEnd {
    /**
     * What such a consumer should be configured with: closing it, and giving it other partitions, waits for the fetch under
     * way, which finds nothing more. Default of the broker: half a second.
     */
    public static final Map<String, Object> SETTINGS = Map.of("fetch.max.wait.ms", 10);

    private static final Duration POLL = Duration.ofSeconds(1);

    private TopicEnd() {}

    /**
     * Assigns the partitions and reads them; blocks until their end is reached.
     *
     * @param records told each record that stood before the end, in order within its partition
     */
    public static <K, V> void readTo(
            Consumer<K, V> consumer,
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<K, V>> records) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) {
                    records.accept(record);
                }
            }
        }
    }
}
