package potstats2.servers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server beside this process. It is a daemon of its own, so that Ctrl-C in a terminal reaches only this
 * process, which stops it when nobody uses it any more; a server left over by a killed process is stopped before the
 * next start.
 */
public final class PostgresServer implements DaemonServer {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String NAME = "potstats2";
    private static final Pattern FATAL = Pattern.compile("FATAL: +(.*)");

    private static final long MACHINE_MB =
            ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;

    /** For a machine with an SSD, shared with other programs; what it keeps in memory grows with the machine. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("shared_buffers", Math.max(128, Math.min(4096, MACHINE_MB / 8)) + "MB"),
            Map.entry("effective_cache_size", Math.max(512, MACHINE_MB / 4) + "MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"));

    private final Path home;
    private final Path directory;
    private final PostgresAddress address;
    private boolean closed;

    private PostgresServer(Path home, Path directory, PostgresAddress address) {
        this.home = home;
        this.directory = directory;
        this.address = address;
    }

    /**
     * Starts the server, the first time with an empty database; returns when it accepts connections.
     *
     * @param directory where data, log, port and password are kept; created when missing
     * @throws ServerStartException when it cannot be started
     */
    public static PostgresServer start(Path directory) {
        try {
            var home = PostgresBinaries.unpacked();
            var root = Files.createDirectories(directory.toAbsolutePath());
            if (!Files.exists(root.resolve("password"))) {
                initialize(home, root);
            }
            stopLeftover(home, root);
            var server = new PostgresServer(home, root, address(root, Ports.remembered(root.resolve("port"))));
            server.startDaemon();
            return server;
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL does not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The database of a server that another process started and did not stop. */
    public static Optional<PostgresAddress> running(Path directory) {
        var root = directory.toAbsolutePath();
        try {
            var server = pidFile(root).runningServer();
            var port = Ports.read(root.resolve("port"));
            return server.isPresent() && port.isPresent()
                    ? Optional.of(address(root, port.getAsInt()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL's data cannot be read: " + e.getMessage(), e);
        }
    }

    private static PostgresAddress address(Path root, int port) throws IOException {
        var password = Files.readString(root.resolve("password")).strip();
        return new PostgresAddress("127.0.0.1", port, NAME, NAME, password);
    }

    private static PidFile pidFile(Path root) {
        return new PidFile(root.resolve("data").resolve("postmaster.pid"), "postgres");
    }

    /** Deletes the data of a server; one that a killed process left running is stopped before. */
    public static void forget(Path directory) {
        try {
            var root = directory.toAbsolutePath();
            if (Files.exists(root)) {
                stopLeftover(PostgresBinaries.unpacked(), root);
                Trees.delete(root);
            }
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL's data cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** The database, for its owner. */
    public PostgresAddress address() {
        return address;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public synchronized boolean hasEnded() throws IOException {
        return !closed && pidFile(directory).runningServer().isEmpty();
    }

    @Override
    public synchronized void restart() {
        try {
            if (!closed) {
                stopLeftover(home, directory);
                startDaemon();
            }
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL does not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Stops the server, ending its connections. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            var stop = stop(home, directory, "fast");
            if (!stop.succeeded()) {
                log.warn("PostgreSQL did not stop in time ({}): it recovers at the next start", stop.reason());
                stop(home, directory, "immediate");
            }
        } catch (IOException e) {
            log.warn("PostgreSQL cannot be stopped: {}", e.getMessage());
        }
    }

    /** The password is written last: without it, what an interrupted initialization left behind is made anew. */
    private static void initialize(Path home, Path root) throws IOException {
        var data = root.resolve("data");
        Trees.delete(data);
        var password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        var passwordFile = Files.createTempFile(
                root,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        var initdb = pg(
                home,
                root,
                "",
                "initdb",
                List.of(
                        "--pgdata=" + data,
                        "--username=" + NAME,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // Text is compared by code point and cased by Unicode, the same on every platform.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        check(initdb, "its data directory cannot be initialized");
        var create = pg(
                home,
                root,
                "CREATE DATABASE " + NAME + "\n",
                "postgres",
                List.of("--single", "-D", data.toString(), "postgres"));
        check(create, "its database cannot be created");
        Files.move(passwordFile, root.resolve("password"));
    }

    private static void stopLeftover(Path home, Path root) throws IOException {
        var pidFile = pidFile(root);
        if (pidFile.runningServer().isPresent()) {
            log.info("Stopping the PostgreSQL server that a killed process left running");
            check(stop(home, root, "fast"), "the server of an earlier process does not stop");
        } else {
            Files.deleteIfExists(pidFile.path());
        }
    }

    private void startDaemon() throws IOException {
        var settings = new StringBuilder("-p ").append(address.port());
        new TreeMap<>(SETTINGS)
                .forEach((name, value) -> settings.append(" -c ")
                        .append(name)
                        .append("='")
                        .append(value)
                        .append('\''));
        var start = pg(
                home,
                directory,
                "",
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=120",
                        "--pgdata=" + directory.resolve("data"),
                        "--log=" + directory.resolve("postgres.log"),
                        "--options=" + settings));
        if (!start.succeeded()) {
            var logFile = directory.resolve("postgres.log");
            throw new ServerStartException("PostgreSQL does not start: " + lastError(logFile) + " (" + logFile + ")");
        }
    }

    private static String lastError(Path logFile) throws IOException {
        try (var lines = Files.lines(logFile)) {
            return lines.map(FATAL::matcher)
                    .filter(Matcher::find)
                    .map(fatal -> fatal.group(1))
                    .reduce((earlier, later) -> later)
                    .orElse("it says nothing about why");
        }
    }

    private static Command stop(Path home, Path root, String mode) throws IOException {
        return pg(
                home,
                root,
                "",
                "pg_ctl",
                List.of("stop", "--wait", "--timeout=30", "--mode=" + mode, "--pgdata=" + root.resolve("data")));
    }

    private static Command pg(Path home, Path root, String input, String program, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return Command.run(root, input, command);
    }

    private static void check(Command command, String otherwise) {
        if (!command.succeeded()) {
            throw new ServerStartException("PostgreSQL does not start: " + otherwise + " (" + command.reason() + ")");
        }
    }
}
