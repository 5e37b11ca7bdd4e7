package potstats2.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import potstats2.events.DeadLetterHeader;
import potstats2.events.Topic;

/** Records for the dead-letter topics: the bytes as they were, why they could not be handled, and where they stood. */
public final class DeadLetterRecord {
    /** A record as large as a topic takes would not fit with the headers. */
    private static final int MAX_VALUE_BYTES = Topic.MAX_RECORD_BYTES - 64 * 1024;

    private DeadLetterRecord() {}

    /** A record that could not be read, handled or stored. */
    public static <K> ProducerRecord<K, byte[]> of(ConsumerRecord<K, byte[]> record, String cause, Instant failedAt) {
        var letter = letter(record.topic(), record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        add(letter.headers(), DeadLetterHeader.SOURCE_TOPIC, record.topic());
        add(letter.headers(), DeadLetterHeader.SOURCE_PARTITION, String.valueOf(record.partition()));
        add(letter.headers(), DeadLetterHeader.SOURCE_OFFSET, String.valueOf(record.offset()));
        return explained(letter, record.value(), cause, failedAt);
    }

    /**
     * Bytes that never were a record of their topic.
     *
     * @param topic whose dead letters they become
     */
    public static <K> ProducerRecord<K, byte[]> of(Topic topic, K key, byte[] value, String cause, Instant failedAt) {
        return explained(letter(topic.name(), key, value), value, cause, failedAt);
    }

    private static <K> ProducerRecord<K, byte[]> letter(String topic, K key, byte @Nullable [] value) {
        var kept = value != null && value.length > MAX_VALUE_BYTES ? Arrays.copyOf(value, MAX_VALUE_BYTES) : value;
        return new ProducerRecord<>(Topic.deadLettersOf(topic), key, kept);
    }

    private static <K> ProducerRecord<K, byte[]> explained(
            ProducerRecord<K, byte[]> letter, byte @Nullable [] value, String cause, Instant failedAt) {
        add(letter.headers(), DeadLetterHeader.CAUSE, cause);
        add(letter.headers(), DeadLetterHeader.FAILED_AT, failedAt.toString());
        if (value != null && value.length > MAX_VALUE_BYTES) {
            add(letter.headers(), DeadLetterHeader.TRUNCATED, String.valueOf(value.length));
        }
        return letter;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
