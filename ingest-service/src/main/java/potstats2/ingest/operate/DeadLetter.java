package potstats2.ingest.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import potstats2.events.DeadLetterHeader;
import potstats2.events.ReadAgain;
import potstats2.runtime.kafka.EventSerializer;
import potstats2.runtime.operations.OperationRefusedException;

/**
 * A record that was set aside, as it stands on a dead-letter topic.
 *
 * @param record the letter
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    private static final int HEAD = 200;
    private static final EventSerializer SERIALIZER = new EventSerializer();

    /**
     * What there is to know about a letter.
     *
     * @param id to name it by
     * @param cause why it was set aside
     * @param source where it stood before, or the address of the page
     * @param failedAt when it was set aside
     * @param key of the record
     * @param size of the value, in bytes
     * @param text the value, or how it begins
     */
    record Description(
            String id,
            @Nullable String cause,
            @Nullable String source,
            @Nullable String failedAt,
            @Nullable String key,
            int size,
            String text) {}

    String id() {
        var kept = header(DeadLetterHeader.ID);
        return kept == null ? record.topic() + "@" + record.offset() : kept;
    }

    Description described(boolean whole) {
        var value = record.value() == null ? new byte[0] : record.value();
        var shown = whole ? value : Arrays.copyOf(value, Math.min(value.length, HEAD));
        return new Description(
                id(),
                header(DeadLetterHeader.CAUSE),
                source(),
                header(DeadLetterHeader.FAILED_AT),
                record.key() == null ? null : new String(record.key(), UTF_8),
                value.length,
                new String(shown, UTF_8));
    }

    private @Nullable String source() {
        var topic = header(DeadLetterHeader.SOURCE_TOPIC);
        var partition = header(DeadLetterHeader.SOURCE_PARTITION);
        if (topic == null || partition == null) {
            return header(DeadLetterHeader.URL);
        }
        return topic + "-" + partition + "@" + header(DeadLetterHeader.SOURCE_OFFSET);
    }

    /** The page that it is of, where it is of one. */
    @Nullable
    String page() {
        return header(DeadLetterHeader.URL);
    }

    /** Says that its page was read well, and that all letters of it before this one are settled. */
    boolean settles() {
        return record.value() == null && page() != null;
    }

    boolean canBeRetried() {
        return header(DeadLetterHeader.URL) != null
                || (header(DeadLetterHeader.TRUNCATED) == null
                        && header(DeadLetterHeader.SOURCE_TOPIC) != null
                        && header(DeadLetterHeader.SOURCE_PARTITION) != null);
    }

    /**
     * What has the letter handled once more: the record as it was, for the end of the partition that it came from, or
     * what asks the crawler for the page. The forum may show another one by now, and that is the one that counts.
     */
    ProducerRecord<byte[], byte[]> retry() {
        var url = header(DeadLetterHeader.URL);
        return url == null ? retriedRecord() : retriedPage(url);
    }

    private static ProducerRecord<byte[], byte[]> retriedPage(String url) {
        var record = SERIALIZER.record(new ReadAgain(URI.create(url)));
        return new ProducerRecord<>(record.topic(), null, url.getBytes(UTF_8), record.value(), record.headers());
    }

    private ProducerRecord<byte[], byte[]> retriedRecord() {
        var topic = header(DeadLetterHeader.SOURCE_TOPIC);
        var partition = header(DeadLetterHeader.SOURCE_PARTITION);
        if (!canBeRetried() || topic == null || partition == null) {
            throw new OperationRefusedException(
                    id() + " cannot be tried again: it was too large to be kept as a whole");
        }
        var retried = new ProducerRecord<>(topic, Integer.valueOf(partition), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!DeadLetterHeader.ALL.contains(header.key())) {
                retried.headers().add(header);
            }
        });
        return retried;
    }

    /** The letter itself, for the end of its topic. */
    ProducerRecord<byte[], byte[]> copy() {
        var copy = new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        copy.headers().remove(DeadLetterHeader.ID).add(DeadLetterHeader.ID, id().getBytes(UTF_8));
        return copy;
    }

    private @Nullable String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
