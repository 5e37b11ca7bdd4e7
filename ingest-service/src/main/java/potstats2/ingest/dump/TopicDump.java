package potstats2.ingest.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import potstats2.events.Topic;
import potstats2.runtime.settings.BadSettingException;

/** Writes down all that the forum's topics hold. */
public final class TopicDump {
    static final List<String> TOPICS =
            List.of(Topic.BOARDS.name(), Topic.THREADS.name(), Topic.PROFILES.name(), Topic.POSTS.name());
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> connection;

    /**
     * Of a running system.
     *
     * @param connection the settings of every Kafka client, {@code bootstrap.servers} at least
     */
    public TopicDump(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * Dumps into a file, which has another name until it is finished.
     *
     * @param progress told the topic and how many records are written in all
     * @return how many records there are of each topic
     */
    public Map<String, Long> write(Path file, ObjLongConsumer<String> progress) throws IOException {
        if (Files.exists(file)) {
            throw new BadSettingException(file + " exists already");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Map<String, Long> records;
            try (var out = Files.newOutputStream(unfinished)) {
                records = write(out, progress);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return records;
        } catch (NoSuchFileException e) {
            throw new BadSettingException(file + " cannot be written: its directory does not exist");
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Dumps what is there now; what is written meanwhile is left out. */
    public Map<String, Long> write(OutputStream out, ObjLongConsumer<String> progress) throws IOException {
        try (var consumer = consumer()) {
            var partitions = partitions(consumer);
            var counts =
                    partitions.stream().collect(Collectors.toMap(TopicPartition::topic, partition -> 1, Integer::sum));
            var written = 0L;
            var writer = new DumpWriter(out, counts);
            for (var partition : partitions) {
                written = write(consumer, partition, writer, written, progress);
            }
            return writer.finish();
        }
    }

    private static long write(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            DumpWriter writer,
            long before,
            ObjLongConsumer<String> progress)
            throws IOException {
        var written = before;
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    writer.write(record);
                    written++;
                }
            }
            progress.accept(partition.topic(), written);
        }
        return written;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        var topics = consumer.listTopics();
        return TOPICS.stream()
                .flatMap(topic -> topics.getOrDefault(topic, List.<PartitionInfo>of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                15_000,
                // The next partition waits for the fetch that finds nothing more in the last one.
                "fetch.max.wait.ms",
                10,
                "max.partition.fetch.bytes",
                Topic.MAX_RECORD_BYTES));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
