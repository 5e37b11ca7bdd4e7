package potstats2.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Free ports of the loopback interface. */
final class Ports {
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    /** Whose ports are whose in this process: a server that is still starting does not listen at its own yet. */
    private static final Map<Integer, Path> OWNERS = new ConcurrentHashMap<>();

    private Ports() {}

    /**
     * The port used last time, if it is free, so that a server is found where it was; otherwise any free one.
     *
     * @param file where it is kept, which also owns it
     */
    static int remembered(Path file) throws IOException {
        var last = read(file);
        if (last.isPresent() && isFree(last.getAsInt()) && own(last.getAsInt(), file)) {
            return last.getAsInt();
        }
        var port = free(file);
        Files.writeString(file, port + "\n");
        return port;
    }

    /** The port used last time; none if the file is missing or was not written to its end. */
    static OptionalInt read(Path file) throws IOException {
        var content = Files.exists(file) ? Files.readString(file) : "";
        return content.endsWith("\n") ? OptionalInt.of(Integer.parseInt(content.strip())) : OptionalInt.empty();
    }

    /** Any port that is free and nobody else's. */
    static int free(Path owner) throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
                if (own(socket.getLocalPort(), owner)) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    private static boolean own(int port, Path owner) {
        var other = OWNERS.putIfAbsent(port, owner);
        return other == null || other.equals(owner);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException busy) {
            return false;
        }
    }
}
