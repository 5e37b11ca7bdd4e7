package potstats2.crawler.checkpoint;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.Checkpoint;
import potstats2.events.Topic;
import potstats2.events.UnreadableEventException;
import potstats2.runtime.kafka.EventDeserializer;
import potstats2.runtime.kafka.TopicEnd;

/** Reads the topic of checkpoints to its end. */
public final class CheckpointReader {

    private static final Logger log = LoggerFactory.getLogger(CheckpointReader.class);
    private static final Duration RETRY = Duration.ofMillis(50);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    private final EventDeserializer deserializer = new EventDeserializer();

    /**
     * Blocks until everything is read that was written before the call. The topic is there.
     *
     * @throws UnknownTopicOrPartitionException if the broker does not learn of the topic
     */
    public void readAll(Consumer<String, byte[]> consumer, Checkpoints checkpoints) {
        var partitions = partitions(consumer);
        var records = new AtomicInteger();
        TopicEnd.readTo(consumer, partitions, record -> {
            read(record, checkpoints);
            records.incrementAndGet();
        });
        log.info(
                "Read {} checkpoints of {} threads",
                records.get(),
                checkpoints.threads().count());
    }

    /** A broker that was just started, or a topic just created, is asked again: no partitions are not no checkpoints. */
    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var topic = Topic.CHECKPOINTS.name();
        var end = System.nanoTime() + READ_TIMEOUT.toNanos();
        var known = consumer.partitionsFor(topic);
        while (known.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new UnknownTopicOrPartitionException("the broker does not know " + topic);
            }
            LockSupport.parkNanos(RETRY.toNanos());
            known = consumer.partitionsFor(topic);
        }
        return known.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** A checkpoint that cannot be read costs a few requests, not the crawl. */
    private void read(ConsumerRecord<String, byte[]> record, Checkpoints checkpoints) {
        try {
            var event = deserializer.read(record);
            if (event instanceof Checkpoint checkpoint) {
                checkpoints.put(checkpoint);
            }
        } catch (UnreadableEventException e) {
            log.warn("Checkpoint {} at offset {} is ignored: {}", record.key(), record.offset(), e.getMessage());
        }
    }
}
