package potstats2.ingest.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import potstats2.events.Topic;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sets records aside that cannot be read or written: as they are, with the cause and where they stood. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Map<String, Topic> DEAD_LETTER_TOPICS = Stream.of(
                    Topic.BOARDS, Topic.THREADS, Topic.POSTS, Topic.PROFILES)
            .collect(Collectors.toUnmodifiableMap(Topic::name, Topic::deadLetters));
    /** Leaves room for the headers: a record as large as the topic takes would not fit with them. */
    private static final int MAX_VALUE_BYTES = Topic.MAX_RECORD_BYTES - 64 * 1024;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock;
    private final IngestMetrics metrics;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Clock clock, IngestMetrics metrics) {
        this.kafka = kafka;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Completes when the broker has acknowledged it. */
    Mono<Void> send(ConsumerRecord<byte[], byte[]> record, String cause) {
        return Mono.fromFuture(() -> kafka.send(letter(record, cause)))
                .subscribeOn(Schedulers.boundedElastic()) // the producer may wait for the broker
                .doOnSuccess(sent -> metrics.setAside(record.topic()))
                .doOnSuccess(sent ->
                        log.warn("Set aside {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), cause))
                .then();
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, String cause) {
        var topic = Objects.requireNonNull(DEAD_LETTER_TOPICS.get(record.topic()), record.topic());
        var value = record.value();
        boolean large = value != null && value.length > MAX_VALUE_BYTES;
        var letter = new ProducerRecord<>(
                topic.name(), null, record.key(), large ? Arrays.copyOf(value, MAX_VALUE_BYTES) : value);
        record.headers().forEach(letter.headers()::add);
        letter.headers()
                .add("cause", cause.getBytes(UTF_8))
                .add("source-topic", record.topic().getBytes(UTF_8))
                .add("source-partition", decimal(record.partition()))
                .add("source-offset", decimal(record.offset()))
                .add("failed-at", clock.instant().toString().getBytes(UTF_8));
        if (large) {
            letter.headers().add("truncated", decimal(value.length));
        }
        return letter;
    }

    private static byte[] decimal(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }
}
