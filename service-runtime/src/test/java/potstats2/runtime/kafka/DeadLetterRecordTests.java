package potstats2.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import potstats2.events.DeadLetterHeader;
import potstats2.events.Topic;

class DeadLetterRecordTests {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void keepsTheRecordAndSaysWhereItStood() {
        var record = new ConsumerRecord<>(Topic.POSTS.name(), 3, 17, "4/5", "x".getBytes(UTF_8));
        record.headers().add(Topic.TYPE_HEADER, "post".getBytes(UTF_8));

        var letter = DeadLetterRecord.of(record, "no JSON", NOW);

        assertThat(letter.topic()).isEqualTo("forum.posts.dlt");
        assertThat(letter.key()).isEqualTo("4/5");
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(header(letter, Topic.TYPE_HEADER)).isEqualTo("post");
        assertThat(header(letter, DeadLetterHeader.CAUSE)).isEqualTo("no JSON");
        assertThat(header(letter, DeadLetterHeader.SOURCE_TOPIC)).isEqualTo("forum.posts");
        assertThat(header(letter, DeadLetterHeader.SOURCE_PARTITION)).isEqualTo("3");
        assertThat(header(letter, DeadLetterHeader.SOURCE_OFFSET)).isEqualTo("17");
        assertThat(header(letter, DeadLetterHeader.FAILED_AT)).isEqualTo("2026-12-01T10:00:00Z");
        assertThat(header(letter, DeadLetterHeader.TRUNCATED)).isNull();
    }

    @Test
    void itsOwnHeadersWinOverThoseThatTheRecordHad() {
        var record = new ConsumerRecord<>(Topic.POSTS.name(), 3, 17, "4/5", "x".getBytes(UTF_8));
        record.headers().add(DeadLetterHeader.CAUSE, "of an earlier time".getBytes(UTF_8));

        assertThat(header(DeadLetterRecord.of(record, "now", NOW), DeadLetterHeader.CAUSE))
                .isEqualTo("now");
    }

    @Test
    void whatDoesNotFitIsCutAndSaysSo() {
        var letter = DeadLetterRecord.of(Topic.POSTS, "4/5", new byte[Topic.MAX_RECORD_BYTES], "too large", NOW);

        assertThat(letter.value()).hasSizeLessThan(Topic.MAX_RECORD_BYTES);
        assertThat(header(letter, DeadLetterHeader.TRUNCATED)).isEqualTo(String.valueOf(Topic.MAX_RECORD_BYTES));
        assertThat(header(letter, DeadLetterHeader.SOURCE_PARTITION)).isNull();
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(DeadLetterRecord.of(
                                new ConsumerRecord<String, byte[]>(Topic.POSTS.name(), 0, 0, "4/5", null), "null", NOW)
                        .value())
                .isNull();
    }

    private static @Nullable String header(ProducerRecord<?, ?> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
