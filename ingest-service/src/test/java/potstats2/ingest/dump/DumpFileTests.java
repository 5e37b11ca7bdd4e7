package potstats2.ingest.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpFileTests {
    private static final int RECORDS = 30;
    /** Up to here every byte is tried: the first line, the head, the frame of the first block. */
    private static final int SMALL = 300;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void someRecords() throws IOException {
        file = directory.resolve("forum.dump");
        try (var out = Files.newOutputStream(file)) {
            var writer = new DumpWriter(out, Map.of("forum.posts", 4));
            for (var number = 0; number < RECORDS; number++) {
                writer.write(record(number));
            }
            assertThat(writer.finish()).containsExactly(Map.entry("forum.posts", (long) RECORDS));
        }
    }

    @Test
    void givesBackWhatWasWritten() throws Exception {
        assertThat(new DumpReader(file)
                        .verify(position -> {})
                        .path("forum.posts")
                        .asInt())
                .isEqualTo(RECORDS);
        var records = records(0);
        assertThat(records).hasSize(RECORDS);
        var last = records.get(RECORDS - 1);
        assertThat(last.topic()).isEqualTo("forum.posts");
        assertThat(last.partition()).isEqualTo(1);
        assertThat(last.timestamp()).isEqualTo(1029);
        assertThat(new String(last.key(), UTF_8)).isEqualTo("7/29");
        assertThat(last.value()).hasSize(100_000);
        assertThat(last.headers().lastHeader("type").value()).isEqualTo("post".getBytes(UTF_8));
        assertThat(records.get(3).value()).isNull();
    }

    @Test
    void beginsWithALineForPeople() throws IOException {
        assertThat(new String(Files.readAllBytes(file), UTF_8)).startsWith("potstats2 dump, version 1\n");
    }

    @Test
    void canBeReadFromAnyBlockOn() throws Exception {
        var starts = new ArrayList<Long>();
        new DumpReader(file).read(0, (records, next) -> starts.add(next));
        assertThat(starts).hasSizeGreaterThan(1);

        var rest = records(starts.get(0));
        assertThat(rest).isNotEmpty().hasSizeLessThan(RECORDS);
    }

    @Test
    void refusesAFileWithAnyByteChanged() throws IOException {
        var bytes = Files.readAllBytes(file);
        for (var position = 0; position < bytes.length; position += position < SMALL ? 1 : bytes.length / 100) {
            var damaged = bytes.clone();
            damaged[position] ^= 1;
            assertDamaged(damaged, "byte " + position + " changed");
        }
    }

    @Test
    void refusesAFileThatEndsTooEarlyOrTooLate() throws IOException {
        var bytes = Files.readAllBytes(file);
        for (var length = 0; length < bytes.length; length += length < SMALL ? 1 : bytes.length / 100) {
            assertDamaged(Arrays.copyOf(bytes, length), "cut at " + length);
        }
        assertDamaged(Arrays.copyOf(bytes, bytes.length - 1), "cut at the end");
        assertDamaged(Arrays.copyOf(bytes, bytes.length + 1), "longer than it was");
    }

    @Test
    void namesWhereTheDamageIs() throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        var damaged = Files.write(directory.resolve("damaged"), bytes);
        var position = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("END!");

        assertThatThrownBy(() -> new DumpReader(damaged).verify(reached -> {}))
                .hasMessage(damaged + " is damaged at byte " + position
                        + ": the checksum of the block that begins here is wrong");
    }

    @Test
    void refusesADumpThatWasNotFinished() throws IOException {
        var unfinished = new ByteArrayOutputStream();
        new DumpWriter(unfinished, Map.of()).write(record(1));
        assertDamaged(unfinished.toByteArray(), "not finished");
    }

    private void assertDamaged(byte[] bytes, String how) throws IOException {
        var damaged = Files.write(directory.resolve("damaged"), bytes);
        assertThatThrownBy(() -> new DumpReader(damaged).verify(position -> {}))
                .as(how)
                .isInstanceOf(DamagedDumpException.class)
                .message()
                .contains(" is damaged at byte ")
                .doesNotContain("\n");
    }

    private List<ProducerRecord<byte[], byte[]>> records(long from) throws IOException, InterruptedException {
        var all = new ArrayList<ProducerRecord<byte[], byte[]>>();
        new DumpReader(file).read(from, (records, next) -> all.addAll(records));
        return all;
    }

    /** The values do not compress well and need several blocks. */
    private static ConsumerRecord<byte[], byte[]> record(int number) {
        var value = new byte[100_000];
        new Random(number).nextBytes(value);
        var record = new ConsumerRecord<>(
                "forum.posts",
                number % 4,
                number,
                1000L + number,
                TimestampType.CREATE_TIME,
                4,
                value.length,
                ("7/" + number).getBytes(UTF_8),
                number == 3 ? null : value,
                new RecordHeaders(),
                Optional.empty());
        record.headers().add("type", "post".getBytes(UTF_8));
        return record;
    }
}
