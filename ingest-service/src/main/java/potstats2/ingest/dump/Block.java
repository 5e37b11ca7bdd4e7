package potstats2.ingest.dump;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32C;

/** A part of a dump: its kind, its length, its checksum, its bytes. What is damaged is found out before it is read. */
final class Block {
    /** What the file is about, in JSON. */
    static final int HEAD = 0x48454144;
    /** Records, compressed by gzip. */
    static final int RECORDS = 0x52454353;
    /** How much there is, in JSON: the last block. */
    static final int END = 0x454E4421;

    private static final int FRAME = 12;
    /** A block begins anew at a megabyte: this is more than two records of the largest size. */
    private static final int LONGEST = 80 * 1024 * 1024;

    private final int kind;
    private final byte[] bytes;

    /**
     * A block to be written.
     *
     * @param bytes compressed where they are records
     */
    Block(int kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    int kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }

    /** How many bytes it takes in the file. */
    int size() {
        return FRAME + bytes.length;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(kind);
        out.writeInt(bytes.length);
        out.writeInt(checksum());
        out.write(bytes);
    }

    /**
     * Reads the next block.
     *
     * @param file for the message
     * @param position where the block begins
     * @throws DamagedDumpException when this is none, or not the one that was written
     */
    static Block read(DataInputStream in, String file, long position) throws IOException {
        try {
            var kind = in.readInt();
            var length = in.readInt();
            var checksum = in.readInt();
            if ((kind != HEAD && kind != RECORDS && kind != END) || length < 0 || length > LONGEST) {
                throw new DamagedDumpException(file, position, "no block begins here");
            }
            var bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new DamagedDumpException(file, position + FRAME + bytes.length, "the file ends too early");
            }
            var block = new Block(kind, bytes);
            if (block.checksum() != checksum) {
                throw new DamagedDumpException(file, position, "the checksum of the block that begins here is wrong");
            }
            return block;
        } catch (EOFException e) {
            throw new DamagedDumpException(file, position, "the file ends too early");
        }
    }

    int checksum() {
        var checksum = new CRC32C();
        checksum.update(kind);
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
