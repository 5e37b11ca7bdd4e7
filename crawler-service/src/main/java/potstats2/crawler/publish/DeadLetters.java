package potstats2.crawler.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.crawler.source.UnreadableElement;
import potstats2.events.DeadLetterHeader;
import potstats2.events.Topic;

/** Records for what could not be read or published: the bytes, the cause and where they came from. */
final class DeadLetters {

    private static final int MAX_BYTES = 900 * 1000;

    private final Clock clock;

    DeadLetters(Clock clock) {
        this.clock = clock;
    }

    ProducerRecord<String, byte[]> of(PageFailedException page) {
        return letter(page.kind(), page.url(), page.body(), page.length(), String.valueOf(page.getMessage()));
    }

    /** An element of a page; to try it again, the page is read again. */
    ProducerRecord<String, byte[]> of(RequestKind kind, URI page, UnreadableElement element) {
        var xml = element.xml().getBytes(UTF_8);
        return letter(kind, page, xml, xml.length, element.description());
    }

    /** Without bytes: all letters of the page before this one are settled. */
    ProducerRecord<String, byte[]> settled(RequestKind kind, URI page) {
        var url = page.toString();
        var record =
                new ProducerRecord<String, byte[]>(kind.topic().deadLetters().name(), url, null);
        record.headers().add(DeadLetterHeader.URL, url.getBytes(UTF_8));
        return record;
    }

    private ProducerRecord<String, byte[]> letter(RequestKind kind, URI page, byte[] bytes, long length, String cause) {
        var letter = letter(kind.topic(), page.toString(), bytes, length, cause);
        letter.headers().add(DeadLetterHeader.URL, page.toString().getBytes(UTF_8));
        return letter;
    }

    ProducerRecord<String, byte[]> tooLarge(Topic topic, ProducerRecord<String, byte[]> record) {
        var cause = "larger than a record can be: " + record.value().length + " bytes";
        var letter = letter(topic, record.key(), record.value(), record.value().length, cause);
        letter.headers().add(DeadLetterHeader.SOURCE_TOPIC, topic.name().getBytes(UTF_8));
        record.headers().forEach(letter.headers()::add);
        return letter;
    }

    private ProducerRecord<String, byte[]> letter(Topic topic, String key, byte[] bytes, long length, String cause) {
        var kept = bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
        var letter = new ProducerRecord<>(topic.deadLetters().name(), key, kept);
        letter.headers().add(DeadLetterHeader.CAUSE, cause.getBytes(UTF_8));
        letter.headers()
                .add(DeadLetterHeader.FAILED_AT, clock.instant().toString().getBytes(UTF_8));
        if (length > kept.length) {
            letter.headers()
                    .add(DeadLetterHeader.TRUNCATED, String.valueOf(length).getBytes(UTF_8));
        }
        return letter;
    }
}
