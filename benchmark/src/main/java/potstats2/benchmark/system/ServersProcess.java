package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import potstats2.servers.PostgresAddress;
import potstats2.servers.PostgresServer;

/** PostgreSQL, Kafka and Redis, beside the process that measures. */
public final class ServersProcess implements AutoCloseable {
    private final Child child;
    private final String kafka;
    private final String redis;
    private final PostgresAddress postgres;

    private ServersProcess(Child child, String kafka, String redis, PostgresAddress postgres) {
        this.child = child;
        this.kafka = kafka;
        this.redis = redis;
        this.postgres = postgres;
    }

    static ServersProcess start(Path directory) throws IOException, TimeoutException {
        var command = Child.java(List.of("-Xmx512m"), EmbeddedServers.class.getName(), List.of(directory.toString()));
        var child = Child.start("servers", directory, Map.of(), command);
        try {
            var addresses = child.awaitLine(EmbeddedServers.READY).split(" ", -1);
            var postgres = PostgresServer.running(directory.resolve("postgres")).orElseThrow();
            return new ServersProcess(child, addresses[0], addresses[1], postgres);
        } catch (TimeoutException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    public String kafka() {
        return kafka;
    }

    public PostgresAddress postgres() {
        return postgres;
    }

    /** Where they are, in Spring's names. */
    Map<String, String> settings(PostgresAddress database) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.kafka.bootstrap-servers", kafka);
        if (!redis.equals("-")) {
            settings.put("spring.data.redis.url", redis);
        }
        settings.put("spring.r2dbc.url", database.r2dbcUrl());
        settings.put("spring.r2dbc.username", database.user());
        settings.put("spring.r2dbc.password", database.password());
        settings.put("spring.liquibase.url", database.jdbcUrl());
        settings.put("spring.liquibase.user", database.user());
        settings.put("spring.liquibase.password", database.password());
        return settings;
    }

    @Override
    public void close() {
        child.close();
    }
}
