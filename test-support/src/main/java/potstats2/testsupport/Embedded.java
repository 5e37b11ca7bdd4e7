package potstats2.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.servers.KafkaServer;
import potstats2.servers.PostgresAddress;
import potstats2.servers.PostgresServer;
import potstats2.servers.RedisServer;

/** Servers beside or in this JVM. */
final class Embedded implements Backend {
    private static final Logger log = LoggerFactory.getLogger(Embedded.class);

    private final Path directory = directory();
    private @Nullable PostgresServer postgres;
    private @Nullable KafkaServer kafka;
    private @Nullable RedisServer redis;

    Embedded() {
        log.info("Tests use embedded servers: no Docker engine answers");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopDaemons, "test-servers-stop"));
    }

    @Override
    public synchronized String kafka() {
        if (kafka == null) {
            delete(directory.resolve("kafka"));
            kafka = KafkaServer.start(directory.resolve("kafka"));
        }
        return kafka.address();
    }

    @Override
    public synchronized PostgresAddress postgres() {
        if (postgres == null) {
            postgres = PostgresServer.start(directory.resolve("postgres"));
            dropDatabasesOfEarlierRuns(postgres.address());
        }
        return postgres.address();
    }

    @Override
    public synchronized String redis() {
        if (redis == null) {
            redis = RedisServer.start(directory.resolve("redis"))
                    .orElseThrow(() -> new TestAbortedException("this platform cannot run Redis"));
        }
        return redis.address();
    }

    @Override
    public synchronized void restartKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = KafkaServer.start(directory.resolve("kafka"));
        }
    }

    /**
     * The broker ends with the JVM: closing it first would make the clients of tests that leave theirs open wait for
     * it.
     */
    private synchronized void stopDaemons() {
        if (postgres != null) {
            postgres.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    /** The same for every run, so that servers of a killed run are found and stopped; another one beside it. */
    private static Path directory() {
        try {
            var directory = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            // Locked until the JVM ends: never closed.
            var lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return lock.tryLock() != null ? directory : Files.createTempDirectory("servers-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropDatabasesOfEarlierRuns(PostgresAddress server) {
        for (var database : databasesOfTests(server)) {
            Servers.execute(server, "DROP DATABASE " + database);
        }
    }

    private static List<String> databasesOfTests(PostgresAddress server) {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
