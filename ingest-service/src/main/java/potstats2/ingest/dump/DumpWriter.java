package potstats2.ingest.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Writes a dump. What was not finished lacks its end, and no reader takes it for a whole one. */
final class DumpWriter {
    /** The first line of every dump, for people and {@code file}. */
    static final String FIRST_LINE = "potstats2 dump, version 1\n";

    private static final int BLOCK_BYTES = 1024 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final DataOutputStream out;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final Map<String, Long> records = new TreeMap<>();
    private DataOutputStream blockOut;
    private int blockBytes;

    /**
     * Begins a dump.
     *
     * @param to stays open
     * @param partitions how many each topic has
     */
    DumpWriter(OutputStream to, Map<String, Integer> partitions) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(to, BLOCK_BYTES));
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

    /** Writes the end. */
    Map<String, Long> finish() throws IOException {
        writeBlock();
        new Block(Block.END, json.writeValueAsBytes(Map.of("records", records))).write(out);
        out.flush();
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
}
