package potstats2.ingest.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a dump, block by block. */
final class DumpReader {
    private static final byte[] FIRST_LINE = DumpWriter.FIRST_LINE.getBytes(UTF_8);
    private static final int BUFFER = 1024 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;

    DumpReader(Path file) {
        this.file = file;
    }

    /** Takes records; {@code next} is where the block after theirs begins. */
    interface RecordsReader {
        void read(List<ProducerRecord<byte[], byte[]>> records, long next) throws IOException, InterruptedException;
    }

    /**
     * Reads the whole file, and nothing is done with it.
     *
     * @param progress told which byte was reached
     * @return how many records there are of each topic
     * @throws DamagedDumpException when anything is not as it was written
     */
    JsonNode verify(LongConsumer progress) throws IOException {
        try (var in = open()) {
            long position = (long) FIRST_LINE.length + head(in).size();
            while (true) {
                var block = next(in, position);
                position += block.size();
                progress.accept(position);
                if (block.kind() == Block.END) {
                    if (in.read() >= 0) {
                        throw new DamagedDumpException(file.toString(), position, "something follows the end");
                    }
                    return json.readTree(block.bytes()).path("records");
                }
            }
        }
    }

    private Block head(DataInputStream in) throws IOException {
        requireFirstLine(in);
        var head = next(in, FIRST_LINE.length);
        if (head.kind() != Block.HEAD
                || json.readTree(head.bytes()).path("version").asInt() != 1) {
            throw new DamagedDumpException(file.toString(), FIRST_LINE.length, "not a version that can be read");
        }
        return head;
    }

    /** Another one for every dump that was ever made, the same for all copies of one. */
    int identity() throws IOException {
        try (var in = open()) {
            return head(in).checksum();
        }
    }

    /**
     * Reads records from a block on.
     *
     * @param from where a block begins, or 0
     */
    void read(long from, RecordsReader reader) throws IOException, InterruptedException {
        try (var in = open()) {
            var position = from > 0 ? from : FIRST_LINE.length;
            in.skipNBytes(position);
            for (var block = next(in, position); block.kind() != Block.END; block = next(in, position)) {
                position += block.size();
                if (block.kind() == Block.RECORDS) {
                    reader.read(records(block), position);
                }
            }
        }
    }

    private DataInputStream open() throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private void requireFirstLine(DataInputStream in) throws IOException {
        var line = in.readNBytes(FIRST_LINE.length);
        var difference = Arrays.mismatch(line, FIRST_LINE);
        if (difference >= 0) {
            throw new DamagedDumpException(file.toString(), difference, "not a dump of potstats2");
        }
    }

    private Block next(DataInputStream in, long position) throws IOException {
        return Block.read(in, file.toString(), position);
    }

    private static List<ProducerRecord<byte[], byte[]>> records(Block block) throws IOException {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        try (var in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(block.bytes()))))) {
            while (true) {
                in.mark(1);
                if (in.read() < 0) {
                    return records;
                }
                in.reset();
                records.add(RecordFormat.read(in));
            }
        } catch (EOFException e) {
            throw new IOException("a record ends too early", e);
        }
    }
}
