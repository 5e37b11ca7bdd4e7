package potstats2.api.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as clients get it. The arrays belong to it: nobody changes them.
 *
 * @param gzip the body compressed; null where nobody wants it so, or where it is no smaller
 * @param etag weak: the same for both encodings
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(String type, @Nullable String fileName, byte[] body, byte @Nullable [] gzip, String etag) {
    private static final int HASH_BYTES = 16;

    /**
     * A body that is sent as it is.
     *
     * @param type its media type
     * @param fileName what a browser calls it when it saves it, null where it is to be shown
     */
    public static Answer plain(String type, @Nullable String fileName, byte[] body) {
        return new Answer(type, fileName, body, null, etag(body));
    }

    /** The same for clients that want it compressed, and for those that do not. */
    public Answer compressed() {
        return new Answer(type, fileName, body, smaller(gzip(body), body), etag);
    }

    /** The bytes that it takes in memory, about. */
    int weight() {
        return body.length + (gzip == null ? 0 : gzip.length);
    }

    int gzippedSize() {
        return gzip == null ? body.length : gzip.length;
    }

    private static byte @Nullable [] smaller(byte[] gzip, byte[] body) {
        return gzip.length < body.length ? gzip : null;
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (var gzip = new Gzip(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static String etag(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_BYTES))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Fast rather than small: a large answer must not hold up the others. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED + 1);
        }
    }
}
