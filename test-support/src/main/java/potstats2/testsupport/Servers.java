package potstats2.testsupport;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import potstats2.servers.PostgresAddress;

/** The servers of one test class, and what may happen to them. They are started once per JVM, when first needed. */
public final class Servers {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Map<Class<?>, Servers> BY_TEST_CLASS = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final Backend backend = Backend.chosen();
    private @Nullable PostgresAddress database;

    private Servers() {}

    /**
     * The servers of a test class, started when they do not run yet: for code that runs before a test has parameters.
     *
     * @param testClass annotated with {@link RealServers}, or nested in a class that is
     */
    public static Servers of(Class<?> testClass) {
        for (Class<?> candidate = testClass; candidate != null; candidate = candidate.getEnclosingClass()) {
            var needed = candidate.getAnnotation(RealServers.class);
            if (needed != null) {
                return BY_TEST_CLASS.computeIfAbsent(candidate, any -> start(needed.value()));
            }
        }
        throw new IllegalArgumentException(testClass + " has no @RealServers");
    }

    private static Servers start(Server... needed) {
        var servers = new Servers();
        for (var server : needed) {
            switch (server) {
                case POSTGRES -> servers.postgres();
                case KAFKA -> servers.kafka();
                case REDIS -> servers.redis();
            }
        }
        return servers;
    }

    /** For {@code bootstrap.servers}. */
    public String kafka() {
        return backend.kafka();
    }

    /** {@code redis://host:port}; skips the test where the platform cannot run Redis. */
    public String redis() {
        return backend.redis();
    }

    /** The newest database of this test class: empty at first, owned by its user. */
    public synchronized PostgresAddress postgres() {
        return database == null ? newDatabase() : database;
    }

    /** By which a service finds the broker and the newest database of this test class; may be added to. */
    public Map<String, Object> settings() {
        return settings(postgres());
    }

    /** By which a service finds the broker and a database that need not be one of these servers'; may be added to. */
    public Map<String, Object> settings(PostgresAddress address) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.kafka.bootstrap-servers", kafka());
        settings.put("spring.r2dbc.url", address.r2dbcUrl());
        settings.put("spring.r2dbc.username", address.user());
        settings.put("spring.r2dbc.password", address.password());
        settings.put("spring.liquibase.url", address.jdbcUrl());
        settings.put("spring.liquibase.user", address.user());
        settings.put("spring.liquibase.password", address.password());
        return settings;
    }

    /** Gives this test class another database, empty. */
    public synchronized PostgresAddress newDatabase() {
        var server = backend.postgres();
        var fresh = server.withDatabase("test_" + DATABASES.incrementAndGet());
        execute(server, "CREATE DATABASE " + fresh.database());
        database = fresh;
        return fresh;
    }

    /** Ends all connections to the database, as a restart of the server or a broken network would. */
    public void cutConnections() {
        execute(
                backend.postgres(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(postgres().database()));
    }

    /** Stops the broker and starts it again with its data, at the same address; returns when it answers. */
    public void restartKafka() {
        backend.restartKafka();
    }

    /** Deletes all topics; returns when the broker has forgotten them. */
    public void deleteTopics() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka()))) {
            var deadline = System.nanoTime() + TIMEOUT.toNanos();
            for (var topics = topics(admin); !topics.isEmpty(); topics = topics(admin)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("topics are still there: " + topics);
                }
                delete(admin, topics);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be deleted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> topics(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }

    private static void delete(Admin admin, Set<String> topics) throws ExecutionException, InterruptedException {
        try {
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    static void execute(PostgresAddress address, String sql) {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
