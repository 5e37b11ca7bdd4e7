package potstats2.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/** A Redis server beside this process, a cache that starts empty; a daemon of its own like {@link PostgresServer}. */
public final class RedisServer implements DaemonServer {
    private static final Logger log = LoggerFactory.getLogger(RedisServer.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(10);

    private final Path root;
    private final PidFile pidFile;
    private final int port;
    private boolean closed;

    private RedisServer(Path root, PidFile pidFile, int port) {
        this.root = root;
        this.pidFile = pidFile;
        this.port = port;
    }

    /**
     * Starts the server; returns when it accepts connections.
     *
     * @param directory where program, log and port are kept; created when missing
     * @return nothing where this platform cannot run it, which is logged
     */
    public static Optional<RedisServer> start(Path directory) {
        try {
            var root = Files.createDirectories(directory.toAbsolutePath());
            var pidFile = new PidFile(root.resolve("redis.pid"), "redis-server");
            stop(pidFile);
            var server = new RedisServer(root, pidFile, Ports.remembered(root.resolve("port")));
            server.startDaemon();
            return Optional.of(server);
        } catch (IOException | IllegalArgumentException e) {
            log.info("Redis cannot be run here, going on without: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** {@code redis://host:port}. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public synchronized boolean hasEnded() throws IOException {
        return !closed && pidFile.runningServer().isEmpty();
    }

    @Override
    public synchronized void restart() {
        try {
            if (!closed) {
                startDaemon();
            }
        } catch (IOException e) {
            throw new ServerStartException("Redis does not start in " + root + ": " + e.getMessage(), e);
        }
    }

    /** Stops the server. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            stop(pidFile);
        } catch (IOException e) {
            log.warn("Redis cannot be stopped: {}", e.getMessage());
        }
    }

    private void startDaemon() throws IOException {
        var program = ExecutableProvider.newJarResourceProvider(root.toFile()).get();
        var start = Command.run(
                root,
                "",
                List.of(
                        program.getAbsolutePath(),
                        "--daemonize",
                        "yes",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--pidfile",
                        pidFile.path().toString(),
                        "--logfile",
                        root.resolve("redis.log").toString(),
                        "--dir",
                        root.toString(),
                        "--save",
                        "",
                        "--maxmemory",
                        "64mb",
                        "--maxmemory-policy",
                        "allkeys-lru"));
        if (!start.succeeded()) {
            throw new IOException(start.reason());
        }
        awaitPong();
    }

    private void awaitPong() throws IOException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("no answer at port " + port);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean answers() {
        try (var socket = new Socket(Ports.LOOPBACK, port)) {
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The server removes its file as the last thing; its process may linger until the system has reaped it. */
    private static void stop(PidFile pidFile) throws IOException {
        var running = pidFile.runningServer();
        if (running.isEmpty()) {
            return;
        }
        running.get().destroy();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (Files.exists(pidFile.path())) {
            if (System.nanoTime() > deadline) {
                running.get().destroyForcibly();
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
