package potstats2.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.runtime.settings.Settings;
import potstats2.servers.KafkaServer;
import potstats2.servers.PostgresServer;
import potstats2.servers.RedisServer;

/** The servers that the services need: real ones where their addresses are configured, embedded ones elsewhere. */
final class Servers implements AutoCloseable {
    static final String KAFKA = "spring.kafka.bootstrap-servers";
    static final String POSTGRES = "spring.r2dbc.url";
    static final String REDIS = "spring.data.redis.url";
    private static final Logger log = LoggerFactory.getLogger(Servers.class);

    private final List<AutoCloseable> embedded = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Object> addresses = Collections.synchronizedMap(new HashMap<>());
    private final DaemonWatch watch = new DaemonWatch();

    /**
     * Starts those that are not configured, all at once; returns when they answer.
     *
     * @param fresh without what the embedded ones held before
     */
    static Servers start(Path directory, Settings configured, boolean fresh) {
        var servers = new Servers();
        try {
            if (fresh) {
                KafkaServer.forget(directory.resolve("kafka"));
                PostgresServer.forget(directory.resolve("postgres"));
            }
            CompletableFuture.allOf(
                            startUnlessConfigured(configured, KAFKA, () -> servers.startKafka(directory)),
                            startUnlessConfigured(configured, POSTGRES, () -> servers.startPostgres(directory)),
                            startUnlessConfigured(configured, REDIS, () -> servers.startRedis(directory)))
                    .join();
            servers.watch.start();
            return servers;
        } catch (CompletionException e) {
            servers.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** In Spring's names, for the services. */
    Map<String, Object> addresses() {
        return Map.copyOf(addresses);
    }

    /** What is wrong with those that ended and do not start again; mostly nothing. */
    List<String> troubles() {
        return watch.troubles();
    }

    @Override
    public void close() {
        watch.close();
        CompletableFuture.allOf(embedded.stream()
                        .map(server -> inParallel(() -> close(server)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        embedded.clear();
    }

    private static CompletableFuture<Void> startUnlessConfigured(Settings configured, String key, Runnable start) {
        var address = configured.get(key);
        address.ifPresent(value -> log.info("{} is {}", key, value));
        return address.isPresent() ? CompletableFuture.completedFuture(null) : inParallel(start);
    }

    private void startKafka(Path directory) {
        var server = KafkaServer.start(directory.resolve("kafka"));
        embedded.add(server);
        addresses.put(KAFKA, server.address());
    }

    private void startPostgres(Path directory) {
        var server = PostgresServer.start(directory.resolve("postgres"));
        embedded.add(server);
        watch.add(server);
        addresses.putAll(PostgresSettings.of(server.address()));
    }

    private void startRedis(Path directory) {
        RedisServer.start(directory.resolve("redis")).ifPresent(server -> {
            embedded.add(server);
            watch.add(server);
            addresses.put(REDIS, server.address());
        });
    }

    private static CompletableFuture<Void> inParallel(Runnable task) {
        return CompletableFuture.runAsync(task, run -> new Thread(run, "servers").start());
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            log.warn("{} does not stop", server, e);
        }
    }
}
