package potstats2.crawler.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import potstats2.crawler.forum.PageFailedException;
import potstats2.crawler.forum.RequestKind;
import potstats2.crawler.page.UnreadableElement;
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

    private ProducerRecord<String, byte[]> letter(RequestKind kind, URI page, byte[] bytes, long length, String cause) {
        var letter = letter(kind.topic(), page.toString(), bytes, length, cause);
        letter.headers().add("url", page.toString().getBytes(UTF_8));
        return letter;
    }

    ProducerRecord<String, byte[]> tooLarge(Target target, byte[] value) {
        var cause = "larger than a record can be: " + value.length + " bytes";
        var letter = letter(target.topic(), target.key(), value, value.length, cause);
        letter.headers().add("source-topic", target.topic().name().getBytes(UTF_8));
        return letter;
    }

    private ProducerRecord<String, byte[]> letter(Topic topic, String key, byte[] bytes, long length, String cause) {
        var kept = bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
        var letter = new ProducerRecord<>(topic.deadLetters().name(), key, kept);
        letter.headers().add("cause", cause.getBytes(UTF_8));
        letter.headers().add("failed-at", clock.instant().toString().getBytes(UTF_8));
        if (length > kept.length) {
            letter.headers().add("truncated", String.valueOf(length).getBytes(UTF_8));
        }
        return letter;
    }
}
