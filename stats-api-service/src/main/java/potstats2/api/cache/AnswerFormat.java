package potstats2.api.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** An answer as Redis keeps it: what goes before the body, then the body, compressed if that makes it smaller. */
final class AnswerFormat {
    private static final int FORMAT = 1;

    private AnswerFormat() {}

    static byte[] write(Answer answer) {
        var bytes = new ByteArrayOutputStream(answer.gzippedSize() + 128);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(answer.type());
            out.writeUTF(answer.fileName() == null ? "" : answer.fileName());
            out.writeUTF(answer.etag());
            out.writeInt(answer.body().length);
            out.writeBoolean(answer.gzip() != null);
            out.writeInt(answer.gzippedSize());
            out.write(answer.gzip() == null ? answer.body() : answer.gzip());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** Nothing where the bytes are not what {@link #write} writes: cut off, or of another version. */
    static Optional<Answer> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                return Optional.empty();
            }
            var type = in.readUTF();
            var fileName = in.readUTF();
            var etag = in.readUTF();
            var length = in.readInt();
            var isCompressed = in.readBoolean();
            var stored = new byte[Math.min(in.readInt(), bytes.length)];
            in.readFully(stored);
            var body = isCompressed ? unzip(stored, length) : stored;
            return body.length == length
                    ? Optional.of(new Answer(
                            type, fileName.isEmpty() ? null : fileName, body, isCompressed ? stored : null, etag))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] unzip(byte[] gzip, int length) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readNBytes(length);
        }
    }
}
