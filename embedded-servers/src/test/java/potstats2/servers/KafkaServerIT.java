package potstats2.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {
    private static final int LARGEST = 32 * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void keepsRecordsOfTheLargestSizeAndItsPort() throws Exception {
        String first;
        try (var server = KafkaServer.start(directory)) {
            first = server.address();
            createTopic(first);
            send(first, new byte[LARGEST - 1024]);
        }
        try (var server = KafkaServer.start(directory)) {
            assertThat(server.address()).isEqualTo(first);
            assertThat(read(first)).hasSize(LARGEST - 1024);
        }
    }

    @Test
    void survivesAKilledProcess() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedBroker.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "output"))
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(AbandonedBroker.HALTED);

        try (var server = KafkaServer.start(directory)) {
            assertThat(read(server.address())).containsExactly(4, 2);
        }
    }

    /** Takes a record and dies. */
    static final class AbandonedBroker {
        static final int HALTED = 42;

        private AbandonedBroker() {}

        public static void main(String... args) throws Exception {
            var server = KafkaServer.start(Path.of(args[0]));
            createTopic(server.address());
            send(server.address(), new byte[] {4, 2});
            Runtime.getRuntime().halt(HALTED);
        }
    }

    private static void createTopic(String address) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) -1)))
                    .all()
                    .get();
        }
    }

    private static void send(String address, byte[] value) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "max.request.size", LARGEST, "buffer.memory", LARGEST);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static byte[] read(String address) throws IOException {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            for (var attempt = 0; attempt < 30; attempt++) {
                for (var received : consumer.poll(Duration.ofSeconds(1))) {
                    return received.value();
                }
            }
            throw new IOException("no record");
        }
    }
}
