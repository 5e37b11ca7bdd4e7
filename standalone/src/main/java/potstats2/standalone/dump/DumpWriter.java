package potstats2.standalone.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Writes a dump. Until it is finished the file has another name. */
final class DumpWriter implements AutoCloseable {
    /** The first line of every dump, for people and {@code file}. */
    static final String FIRST_LINE = "potstats2 dump, version 1\n";

    private static final int BLOCK_BYTES = 1024 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final Path unfinished;
    private final DataOutputStream out;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final Map<String, Long> records = new TreeMap<>();
    private DataOutputStream blockOut;
    private int blockBytes;

    /**
     * Begins a dump.
     *
     * @param partitions how many each topic has
     */
    DumpWriter(Path file, Map<String, Integer> partitions) throws IOException {
        this.file = file;
        unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), BLOCK_BYTES));
        out.write(FIRST_LINE.getBytes(UTF_8));
        var head = Map.of(
                "version",
                1,
                "compression",
                "gzip",
                "partitions",
                partitions,
                "created",
                Instant.now().toString());
        new Block(Block.HEAD, json.writeValueAsBytes(head)).write(out);
        blockOut = newBlock();
    }

    void write(ConsumerRecord<byte[], byte[]> record) throws IOException {
        blockBytes += RecordFormat.write(record, blockOut);
        records.merge(record.topic(), 1L, Long::sum);
        if (blockBytes >= BLOCK_BYTES) {
            writeBlock();
        }
    }

    /** Gives the file its name. */
    Map<String, Long> finish() throws IOException {
        writeBlock();
        new Block(Block.END, json.writeValueAsBytes(Map.of("records", records))).write(out);
        out.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return records;
    }

    private void writeBlock() throws IOException {
        blockOut.close();
        if (blockBytes > 0) {
            new Block(Block.RECORDS, block.toByteArray()).write(out);
        }
        block.reset();
        blockBytes = 0;
        blockOut = newBlock();
    }

    private DataOutputStream newBlock() throws IOException {
        return new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(block)));
    }

    /** Deletes what was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
