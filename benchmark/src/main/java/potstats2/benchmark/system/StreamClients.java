package potstats2.benchmark.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Listeners to the live stream, all read by one thread. */
public final class StreamClients implements AutoCloseable {
    private static final byte[] REQUEST = "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] FIRST_BYTES = ": potstats2".getBytes(US_ASCII);
    private static final byte[] EVENT = "event: refreshed".getBytes(US_ASCII);
    private static final Pattern AT = Pattern.compile("event: refreshed\\s+data: [^\\n]*\"at\":\"([^\"]+)\"");
    /** What belongs to the event before is heard by then. */
    private static final Duration SETTLING = Duration.ofMillis(1_500);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** A server may queue no more than this many connections. */
    private static final int AT_ONCE = 100;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final List<SocketChannel> channels = new ArrayList<>();
    private final List<Instant> arrivals = new ArrayList<>();
    private final StringBuilder receivedByFirst = new StringBuilder();
    private int connected;

    private StreamClients(Selector selector) {
        this.selector = selector;
    }

    /** How far one client has come in the bytes that begin the answer or an event. */
    private static final class Listener {
        private final boolean first;
        private byte[] awaited = FIRST_BYTES;
        private int matched;
        private boolean received;

        Listener(boolean first) {
            this.first = first;
        }

        /** Whether this byte ends what is awaited. */
        boolean ends(byte next) {
            matched = next == awaited[matched] ? matched + 1 : next == awaited[0] ? 1 : 0;
            if (matched < awaited.length) {
                return false;
            }
            matched = 0;
            return true;
        }
    }

    /** Connects them; returns when all have been answered. */
    public static StreamClients connect(int port, int number) throws IOException, TimeoutException {
        var clients = new StreamClients(Selector.open());
        try {
            while (clients.channels.size() < number) {
                for (var i = 0; i < AT_ONCE && clients.channels.size() < number; i++) {
                    clients.connect(port);
                }
                if (!clients.read(() -> clients.connected == clients.channels.size(), TIMEOUT)) {
                    throw new TimeoutException("only " + clients.connected + " clients were answered");
                }
            }
            return clients;
        } catch (IOException | TimeoutException e) {
            clients.close();
            throw e;
        }
    }

    private void connect(int port) throws IOException {
        var channel = SocketChannel.open();
        channels.add(channel);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 8192);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(REQUEST));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Listener(channels.size() == 1));
    }

    /** Milliseconds from when new numbers were visible until each client that did within the patience received them. */
    public List<Double> delaysOfNextEvent(Duration patience, Runnable cause) throws IOException {
        read(() -> false, SETTLING);
        selector.keys().forEach(key -> ((Listener) key.attachment()).received = false);
        arrivals.clear();
        receivedByFirst.setLength(0);
        cause.run();
        read(() -> arrivals.size() == channels.size(), patience);
        var event = AT.matcher(receivedByFirst);
        if (!event.find()) {
            return List.of();
        }
        var at = Instant.parse(event.group(1));
        return arrivals.stream()
                .map(arrival -> Duration.between(at, arrival).toNanos() / 1e6)
                .toList();
    }

    private interface Condition {
        boolean holds();
    }

    /** Whether the condition came to hold in time. */
    private boolean read(Condition condition, Duration patience) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            selector.select(left);
            for (var key : selector.selectedKeys()) {
                read((SocketChannel) key.channel(), (Listener) key.attachment());
            }
            selector.selectedKeys().clear();
        }
        return true;
    }

    private void read(SocketChannel channel, Listener listener) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("the server ended a stream");
        }
        buffer.flip();
        if (listener.first) {
            receivedByFirst.append(UTF_8.decode(buffer.duplicate()));
        }
        while (buffer.hasRemaining()) {
            if (listener.ends(buffer.get())) {
                take(listener);
            }
        }
    }

    private void take(Listener listener) {
        if (listener.awaited == FIRST_BYTES) {
            listener.awaited = EVENT;
            connected++;
        } else if (!listener.received) {
            listener.received = true;
            arrivals.add(Instant.now());
        }
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
