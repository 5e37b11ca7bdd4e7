package potstats2.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import potstats2.events.Topic;

/**
 * Chooses the partition of a record by its thread, where the contract says so: all that belongs to a thread stays in order,
 * whatever the number of partitions at the broker. Other records go where Kafka's own partitioner puts them by their key,
 * and to the first partition without one.
 */
public final class ThreadPartitioner implements Partitioner {

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        int partitions = cluster.partitionCountForTopic(topic);
        if (keyBytes == null) {
            return 0;
        }
        var thread = Topic.threadOf(topic, new String(keyBytes, UTF_8));
        return thread.isPresent()
                ? Topic.partitionOfThread(thread.getAsLong(), partitions)
                : Utils.toPositive(Utils.murmur2(keyBytes)) % partitions;
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
