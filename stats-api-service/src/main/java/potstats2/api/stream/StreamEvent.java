package potstats2.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as clients read it, encoded once for all of them. The bytes lie outside the heap, where the network takes
 * them without copying.
 */
final class StreamEvent {
    private final String type;
    private final byte[] json;
    private final Instant at;
    /** What a client has that has this event and nothing else. */
    private final StreamPosition own;
    /** What a client has that has this and all before it. */
    private final StreamPosition position;

    private final ByteBuffer bytes;

    StreamEvent(String type, byte[] json, Instant at, StreamPosition own, StreamPosition position) {
        this.type = type;
        this.json = json;
        this.at = at;
        this.own = own;
        this.position = position;
        this.bytes = encode(position);
    }

    static ByteBuffer comment(String text) {
        return direct((": " + text + "\n\n").getBytes(UTF_8));
    }

    Instant at() {
        return at;
    }

    boolean isProgress() {
        return type.equals(LiveEvents.PROGRESS);
    }

    StreamPosition position() {
        return position;
    }

    int size() {
        return bytes.capacity();
    }

    boolean isNewTo(@Nullable StreamPosition client) {
        return client == null || !client.covers(own);
    }

    /** For a client that has everything before it. */
    ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** For a client that has other events too: the id must not send it back behind them. */
    ByteBuffer bytes(StreamPosition client) {
        return position.covers(client) ? bytes() : encode(position.with(client));
    }

    private ByteBuffer encode(StreamPosition id) {
        var head = ("id: " + id + "\nevent: " + type + "\ndata: ").getBytes(UTF_8);
        var all = ByteBuffer.allocate(head.length + json.length + 2);
        all.put(head).put(json).put((byte) '\n').put((byte) '\n');
        return direct(all.array());
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
    }
}
