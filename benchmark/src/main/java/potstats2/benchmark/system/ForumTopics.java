package potstats2.benchmark.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import potstats2.events.EventCodec;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.UserName;
import potstats2.events.Topic;
import potstats2.simulator.forum.SimulatedPost;

/** Publishes posts as the crawler does, past the crawler. */
public final class ForumTopics implements AutoCloseable {
    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<byte[], byte[]> producer;

    public ForumTopics(String kafka) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "compression.type",
                        "zstd",
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Each post once more edited, with another content; returns when the broker has them. */
    public void publishEdited(List<SimulatedPost> posts, int edits, String addition) {
        posts.forEach(post -> {
            var unused = producer.send(record(edited(post, edits, addition)));
        });
        producer.flush();
    }

    private static PostObserved edited(SimulatedPost post, int edits, String addition) {
        return new PostObserved(
                post.pid(),
                post.tid(),
                new UserName(post.uid(), post.name(), (long) post.groupId()),
                post.postedAt(),
                post.editCount() + edits,
                null,
                null,
                null,
                post.title(),
                post.content() + addition,
                post.hidden(),
                Instant.now());
    }

    private ProducerRecord<byte[], byte[]> record(PostObserved post) {
        var partitions = producer.partitionsFor(Topic.POSTS.name()).size();
        var record = new ProducerRecord<>(
                Topic.POSTS.name(),
                Topic.partitionOfThread(post.tid(), partitions),
                Topic.keyOfPost(post.tid(), post.pid()).getBytes(UTF_8),
                codec.encode(post));
        codec.headersOf(post).forEach(record.headers()::add);
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
