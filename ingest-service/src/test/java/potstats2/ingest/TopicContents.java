package potstats2.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import potstats2.events.Topic;

/** What the topics hold. */
final class TopicContents implements AutoCloseable {
    private final EventCodec codec = new EventCodec();
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicContents(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "fetch.max.wait.ms", 10),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** All records up to now. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        var partitions = partitions(topic);
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var end : ends.entrySet()) {
            while (consumer.position(end.getKey()) < end.getValue()) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    List<ForumChanged> announcements() {
        return records(Topic.CHANGES).stream()
                .map(record -> codec.decode(ForumChanged.class, record.value()))
                .toList();
    }

    /** Whether the stored positions have reached the ends of the topics. */
    boolean allIngested(ForumDatabase database) {
        var ends = Topic.FORUM.stream()
                .flatMap(topic -> consumer.endOffsets(partitions(topic)).entrySet().stream())
                .map(end -> end.getKey() + "@" + end.getValue())
                .toList();
        var stored = database.rows("SELECT topic || '-' || partition || '@' || next_offset FROM forum.positions");
        return Set.copyOf(stored).equals(Set.copyOf(ends));
    }

    private List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
