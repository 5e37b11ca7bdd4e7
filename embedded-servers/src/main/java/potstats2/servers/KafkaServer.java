package potstats2.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker and its controller in this process; its data survives also a process that is killed. */
public final class KafkaServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaServer.class);
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;
    /** Room for the largest record and what the protocol adds to it. */
    private static final int MAX_BATCH_BYTES = 33 * 1024 * 1024;

    /** How long the rest of the process has to end when the broker cannot go on. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static volatile boolean stuck;

    private final KafkaRaftServer server;
    private final String address;

    private KafkaServer(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts the broker; returns when it accepts connections.
     *
     * @param directory where the logs and the port are kept; created when missing
     * @throws ServerStartException when it cannot be started
     */
    public static KafkaServer start(Path directory) {
        try {
            var root = Files.createDirectories(directory.toAbsolutePath());
            var logs = root.resolve("logs");
            format(logs);
            var port = Ports.remembered(root.resolve("port"));
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings(logs, port), false), Time.SYSTEM);
            server.startup();
            return new KafkaServer(server, "127.0.0.1:" + port);
        } catch (Exception e) {
            throw new ServerStartException("Kafka does not start in " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * What to do when the broker cannot go on, as when its disk is full. Without this it ends the whole process at once and
     * without a word; now it does so after half a minute. {@link #close} then waits for nothing.
     */
    public static void whenItCannotGoOn(Runnable task) {
        Exit.Procedure end = (status, message) -> {
            stuck = true;
            log.error("Kafka cannot go on: {}", message);
            task.run();
            // Whoever called does not expect to get back.
            var deadline = System.nanoTime() + GRACE.toNanos();
            while (System.nanoTime() < deadline) {
                LockSupport.parkNanos(deadline - System.nanoTime());
            }
            Runtime.getRuntime().halt(status);
        };
        Exit.setHaltProcedure(end);
        Exit.setExitProcedure(end);
    }

    /** Deletes the data of a server that does not run. */
    public static void forget(Path directory) {
        try {
            Trees.delete(directory);
        } catch (IOException e) {
            throw new ServerStartException("Kafka's data cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** For {@code bootstrap.servers}. */
    public String address() {
        return address;
    }

    /** Stops the broker and waits until it has written everything. */
    @Override
    public void close() {
        if (!stuck) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(output, true, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
        log.info("{}", output.toString(StandardCharsets.UTF_8).strip());
    }

    private static Properties settings(Path logs, int port) throws IOException {
        var controllerPort = Ports.free(logs);
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", String.valueOf(NODE));
        settings.setProperty("log.dirs", logs.toString());
        settings.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", CONTROLLER);
        settings.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);

        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("message.max.bytes", String.valueOf(MAX_BATCH_BYTES));
        settings.setProperty("group.initial.rebalance.delay.ms", "0");

        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");

        // Enough for 170,000 keys a pass; the default takes 128 MB of the heap.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("log.segment.bytes", "268435456");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        // After a kill the broker is let in again only when its old session has ended; the default is 9 s.
        settings.setProperty("broker.session.timeout.ms", "6000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        return settings;
    }
}
