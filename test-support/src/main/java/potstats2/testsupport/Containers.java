package potstats2.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import potstats2.servers.PostgresAddress;

/** Servers in containers, of the same versions as the embedded ones. */
final class Containers implements Backend {
    private static final Logger log = LoggerFactory.getLogger(Containers.class);
    private static final int KAFKA_PORT = 9092;
    private static final int REDIS_PORT = 6379;

    private @Nullable PostgreSQLContainer postgres;
    private @Nullable KafkaContainer kafka;
    private @Nullable GenericContainer<?> redis;

    Containers() {
        log.info("Tests use containers: a Docker engine answers");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-servers-stop"));
    }

    @Override
    public synchronized String kafka() {
        if (kafka == null) {
            kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.2"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(33 * 1024 * 1024))
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            // A port given by Docker would be another one after a restart.
            kafka.setPortBindings(List.of(freePort() + ":" + KAFKA_PORT));
            kafka.start();
        }
        return kafka.getBootstrapServers();
    }

    @Override
    public synchronized PostgresAddress postgres() {
        if (postgres == null) {
            postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                    .withEnv(
                            "POSTGRES_INITDB_ARGS",
                            "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8");
            postgres.start();
        }
        return new PostgresAddress(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getDatabaseName(),
                postgres.getUsername(),
                postgres.getPassword());
    }

    @Override
    public synchronized String redis() {
        if (redis == null) {
            redis = new GenericContainer<>(DockerImageName.parse("redis:8")).withExposedPorts(REDIS_PORT);
            redis.start();
        }
        return "redis://" + redis.getHost() + ":" + redis.getMappedPort(REDIS_PORT);
    }

    @Override
    public synchronized void restartKafka() {
        if (kafka == null) {
            return;
        }
        kafka.getDockerClient().restartContainerCmd(kafka.getContainerId()).exec();
        // The client tries again until its own timeout, a minute.
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka()))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not come back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop() {
        for (var container : new GenericContainer<?>[] {postgres, kafka, redis}) {
            if (container != null) {
                container.stop();
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
