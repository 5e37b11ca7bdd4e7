package potstats2.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import potstats2.events.BoardObserved;
import potstats2.events.EventCodec;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;
import potstats2.events.Topic;

/** Publishes events as the crawler does. */
public final class ForumTopics implements AutoCloseable {
    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<byte[], byte[]> producer;

    public ForumTopics(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "compression.type",
                        "zstd",
                        "linger.ms",
                        "2",
                        "max.in.flight.requests.per.connection",
                        "1",
                        "max.request.size",
                        String.valueOf(Topic.MAX_RECORD_BYTES)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void publish(ForumEvent... events) {
        publish(List.of(events));
    }

    public void publish(Collection<? extends ForumEvent> events) {
        send(events.stream().map(this::record).toList());
    }

    /** A record that is none of the contract. */
    public void publishRaw(Topic topic, int partition, byte[] value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.name(), partition, "1".getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        send(List.of(record));
    }

    /** Returns when the broker has acknowledged them. */
    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        for (var sent : records.stream().map(producer::send).toList()) {
            try {
                sent.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ProducerRecord<byte[], byte[]> record(ForumEvent event) {
        var topic = topic(event);
        var record = new ProducerRecord<>(
                topic.name(), partition(event, topic), key(event).getBytes(UTF_8), codec.encode(event));
        codec.headersOf(event).forEach(record.headers()::add);
        return record;
    }

    private static Topic topic(ForumEvent event) {
        if (event instanceof BoardObserved) {
            return Topic.BOARDS;
        }
        if (event instanceof ThreadObserved) {
            return Topic.THREADS;
        }
        return event instanceof ProfileObserved ? Topic.PROFILES : Topic.POSTS;
    }

    private int partition(ForumEvent event, Topic topic) {
        int partitions = producer.partitionsFor(topic.name()).size();
        return partitions == 1 ? 0 : Topic.partitionOfThread(tid(event), partitions);
    }

    private static long tid(ForumEvent event) {
        if (event instanceof PostObserved post) {
            return post.tid();
        }
        if (event instanceof PostVanished removal) {
            return removal.tid();
        }
        return event instanceof ThreadObserved thread ? thread.tid() : 0;
    }

    private static String key(ForumEvent event) {
        if (event instanceof BoardObserved board) {
            return String.valueOf(board.bid());
        }
        if (event instanceof ThreadObserved thread) {
            return String.valueOf(thread.tid());
        }
        if (event instanceof ProfileObserved profile) {
            return String.valueOf(profile.uid());
        }
        return event instanceof PostObserved post
                ? Topic.keyOfPost(post.tid(), post.pid())
                : Topic.keyOfPost(((PostVanished) event).tid(), ((PostVanished) event).pid());
    }

    @Override
    public void close() {
        producer.close();
    }
}
