package potstats2.ingest.operate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import potstats2.events.EventCodec;
import potstats2.events.ReadAgain;
import potstats2.events.Topic;
import potstats2.runtime.operations.OperationRefusedException;

/**
 * A record that was set aside, as it stands on a dead-letter topic.
 *
 * @param record the letter
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record) {
    /** Where the letter first stood: it keeps that name when it is copied. */
    private static final String ID = "letter-id";

    private static final Set<String> OWN =
            Set.of(ID, "cause", "source-topic", "source-partition", "source-offset", "failed-at", "truncated", "url");
    private static final int HEAD = 200;
    private static final EventCodec CODEC = new EventCodec();

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
        var kept = header(ID);
        return kept == null ? record.topic() + "@" + record.offset() : kept;
    }

    Description described(boolean whole) {
        var value = record.value() == null ? new byte[0] : record.value();
        var shown = whole ? value : Arrays.copyOf(value, Math.min(value.length, HEAD));
        return new Description(
                id(),
                header("cause"),
                source(),
                header("failed-at"),
                record.key() == null ? null : new String(record.key(), UTF_8),
                value.length,
                new String(shown, UTF_8));
    }

    private @Nullable String source() {
        var topic = header("source-topic");
        var partition = header("source-partition");
        if (topic == null || partition == null) {
            return header("url");
        }
        return topic + "-" + partition + "@" + header("source-offset");
    }

    boolean canBeRetried() {
        return header("url") != null
                || (header("truncated") == null
                        && header("source-topic") != null
                        && header("source-partition") != null);
    }

    /**
     * What has the letter handled once more: the record as it was, for the end of the partition that it came from, or
     * what asks the crawler for the page. The forum may show another one by now, and that is the one that counts.
     */
    ProducerRecord<byte[], byte[]> again() {
        var url = header("url");
        return url == null ? recordAgain() : pageAgain(url);
    }

    private static ProducerRecord<byte[], byte[]> pageAgain(String url) {
        var command = new ReadAgain(URI.create(url));
        var again = new ProducerRecord<>(Topic.COMMANDS.name(), url.getBytes(UTF_8), CODEC.encode(command));
        CODEC.headersOf(command).forEach(again.headers()::add);
        return again;
    }

    private ProducerRecord<byte[], byte[]> recordAgain() {
        var topic = header("source-topic");
        var partition = header("source-partition");
        if (!canBeRetried() || topic == null || partition == null) {
            throw new OperationRefusedException(
                    id() + " cannot be tried again: it was too large to be kept as a whole");
        }
        var again = new ProducerRecord<>(topic, Integer.valueOf(partition), record.key(), record.value());
        record.headers().forEach(header -> {
            if (!OWN.contains(header.key())) {
                again.headers().add(header);
            }
        });
        return again;
    }

    /** The letter itself, for the end of its topic. */
    ProducerRecord<byte[], byte[]> copy() {
        var copy = new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        copy.headers().remove(ID).add(ID, id().getBytes(UTF_8));
        return copy;
    }

    private @Nullable String header(String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
