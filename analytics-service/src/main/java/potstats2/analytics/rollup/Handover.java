package potstats2.analytics.rollup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on the way from one thread to another, one part after the other. Four megabytes are held; who writes more waits
 * for the reader.
 */
final class Handover {

    /** How many bytes are best written at once. */
    static final int CHUNK = 64 * 1024;

    private static final int CHUNKS_HELD = 64;
    private static final byte[] END_OF_PART = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS_HELD);
    private volatile @Nullable RuntimeException failure;

    /** Where the bytes of all parts are written. */
    OutputStream writer() {
        return new Writer();
    }

    /** Ends the part that was written. */
    void endPart() throws InterruptedIOException {
        put(END_OF_PART);
    }

    /** Ends everything: the reader fails with the same. */
    void fail(RuntimeException cause) {
        failure = cause;
        try {
            put(END_OF_PART);
        } catch (InterruptedIOException e) {
            // Whoever read has given up.
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the next part, to its end. */
    InputStream readPart() {
        return new PartReader();
    }

    private void put(byte[] chunk) throws InterruptedIOException {
        try {
            chunks.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Nobody reads any more");
        }
    }

    private byte[] take() throws InterruptedIOException {
        try {
            var chunk = chunks.take();
            if (failure != null) {
                throw failure;
            }
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to read");
        }
    }

    private final class Writer extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            put(new byte[] {(byte) value});
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(bytes, from, from + length));
            }
        }
    }

    private final class PartReader extends InputStream {

        private byte[] chunk = new byte[0];
        private int position;
        private boolean ended;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (position == chunk.length && !ended) {
                chunk = take();
                position = 0;
                ended = chunk == END_OF_PART;
            }
            if (ended) {
                return -1;
            }
            var read = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, into, from, read);
            position += read;
            return read;
        }
    }
}
