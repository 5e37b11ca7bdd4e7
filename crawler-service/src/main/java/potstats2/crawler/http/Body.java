package potstats2.crawler.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** The bytes of an answer while they arrive, up to a limit. */
final class Body {

    private final long limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    private long announced = -1;

    Body(long limit) {
        this.limit = limit;
    }

    void announce(long contentLength) {
        announced = contentLength;
    }

    /**
     * Adds a part of the answer.
     *
     * @throws TooLargeException if the answer is longer than the limit
     */
    void append(ByteBuf part) {
        if (bytes.size() + part.readableBytes() > limit) {
            throw new TooLargeException(limit);
        }
        var copy = new byte[part.readableBytes()];
        part.readBytes(copy);
        bytes.writeBytes(copy);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What the forum announced, or what was received where that is more. */
    long length() {
        return Math.max(announced, bytes.size());
    }

    /** An answer that is longer than a page can be. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("longer than " + limit + " bytes");
        }
    }
}
