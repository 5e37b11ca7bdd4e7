package potstats2.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Free ports of the loopback interface. */
final class Ports {
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private Ports() {}

    /** The port used last time, if it is free, so that a server is found where it was; otherwise any free one. */
    static int remembered(Path file) throws IOException {
        if (Files.exists(file)) {
            var port = read(file);
            if (isFree(port)) {
                return port;
            }
        }
        var port = free();
        Files.writeString(file, port + "\n");
        return port;
    }

    /** The port used last time. */
    static int read(Path file) throws IOException {
        return Integer.parseInt(Files.readString(file).strip());
    }

    static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, LOOPBACK)) {
            return socket.isBound();
        } catch (IOException busy) {
            return false;
        }
    }
}
