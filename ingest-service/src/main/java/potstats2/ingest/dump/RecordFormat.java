package potstats2.ingest.dump;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** How a record stands in a dump: without its offset, which is another one wherever it is loaded. */
final class RecordFormat {
    /** What a record takes besides its key and value, about. */
    private static final int OVERHEAD = 100;

    private RecordFormat() {}

    /** Returns about how many bytes were written. */
    static int write(ConsumerRecord<byte[], byte[]> record, DataOutputStream out) throws IOException {
        out.writeUTF(record.topic());
        out.writeInt(record.partition());
        out.writeLong(record.timestamp());
        var size = OVERHEAD + write(record.key(), out) + write(record.value(), out);
        var headers = record.headers().toArray();
        out.writeInt(headers.length);
        for (var header : headers) {
            out.writeUTF(header.key());
            size += write(header.value(), out);
        }
        return size;
    }

    static ProducerRecord<byte[], byte[]> read(DataInputStream in) throws IOException {
        var topic = in.readUTF();
        var partition = in.readInt();
        var timestamp = in.readLong();
        var key = bytes(in);
        var value = bytes(in);
        // A record need not have one.
        var record = new ProducerRecord<>(topic, partition, timestamp < 0 ? null : timestamp, key, value);
        for (var left = in.readInt(); left > 0; left--) {
            record.headers().add(in.readUTF(), bytes(in));
        }
        return record;
    }

    private static int write(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes == null) {
            return 0;
        }
        out.write(bytes);
        return bytes.length;
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
