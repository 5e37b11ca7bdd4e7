package potstats2.benchmark.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** A connection that is asked again and again at the least cost, so that the server is what is measured. */
public final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int STATUS_AT = 9;
    private static final int STATUS_END = 12;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[BUFFER];

    /** To a server on this machine. */
    public HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** An answer that says that there is none; the next question can be asked. */
    public static final class BadAnswerException extends IOException {
        private static final long serialVersionUID = 1L;

        BadAnswerException(int status) {
            super("answered with " + status);
        }
    }

    /** A request as a browser sends it. */
    public static byte[] request(String pathAndQuery) {
        return ("GET " + pathAndQuery + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** The body of a good answer. */
    public byte[] get(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = status();
        var length = length();
        if (length < 0) {
            throw new IOException("an answer without length");
        }
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("an answer without its end");
        }
        if (status != OK) {
            throw new BadAnswerException(status);
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int status() throws IOException {
        var first = readLine();
        return Integer.parseInt(first.substring(STATUS_AT, STATUS_END));
    }

    private int length() throws IOException {
        var length = -1;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        return length;
    }

    private String readLine() throws IOException {
        var size = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            line[size++] = (byte) next;
        }
        return new String(line, 0, Math.max(0, size - 1), ISO_8859_1);
    }
}
