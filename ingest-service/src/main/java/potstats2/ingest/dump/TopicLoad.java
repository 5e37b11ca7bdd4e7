package potstats2.ingest.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import potstats2.events.Topic;
import potstats2.runtime.kafka.ThreadPartitioner;
import potstats2.runtime.settings.BadSettingException;

/**
 * Puts a dump into the forum's topics of an empty system, whose services do the rest. The whole file is verified before
 * the first record is sent. How far it is stands in another file: a load that was interrupted goes on there.
 */
public final class TopicLoad {
    private final Map<String, Object> connection;
    private final Path file;
    private final Path progressFile;
    private final DumpReader reader;

    private TopicLoad(Map<String, Object> connection, Path file, Path progressFile) {
        this.connection = Map.copyOf(connection);
        this.file = file;
        this.progressFile = progressFile;
        reader = new DumpReader(file);
    }

    /**
     * Loads a file that stays where it is, and notes beside it how far it is.
     *
     * @param connection the settings of every Kafka client, {@code bootstrap.servers} at least
     */
    public static TopicLoad of(Map<String, Object> connection, Path file) {
        if (!Files.isReadable(file)) {
            throw new BadSettingException(file + " cannot be read");
        }
        return new TopicLoad(connection, file, file.resolveSibling(file.getFileName() + ".loading"));
    }

    /** Loads a copy of a dump: another copy of it goes on where this one was interrupted. */
    public static TopicLoad ofCopy(Map<String, Object> connection, Path copy) throws IOException {
        var dump = HexFormat.of().toHexDigits(new DumpReader(copy).identity());
        return new TopicLoad(connection, copy, copy.resolveSibling("potstats2-" + dump + ".loading"));
    }

    /** Told which byte of the file was reached, and how many it has. */
    public interface LoadProgress {
        void reached(long position, long size);
    }

    /**
     * Loads, or goes on loading.
     *
     * @param verified told how many of the file's bytes are verified
     * @param loaded told what was reached of how many bytes
     * @return how many records were sent
     */
    public long load(LongConsumer verified, LoadProgress loaded) throws IOException, InterruptedException {
        reader.verify(verified);
        try (var admin = Admin.create(with(Map.of("default.api.timeout.ms", 15_000, "request.timeout.ms", 10_000)));
                var producer = producer()) {
            var cluster = admin.describeCluster().clusterId().get();
            var from = resumed(cluster);
            var partitions = partitions(admin);
            if (from.isEmpty()) {
                requireEmpty(admin, partitions);
            }
            return send(producer, cluster, from.orElse(0L), loaded);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private long send(KafkaProducer<byte[], byte[]> producer, String cluster, long from, LoadProgress loaded)
            throws IOException, InterruptedException {
        var size = Files.size(file);
        var sent = new long[1];
        reader.read(from, (records, next) -> {
            var acknowledgements = new ArrayList<Future<?>>(records.size());
            for (var record : records) {
                acknowledgements.add(producer.send(withoutPartition(record)));
            }
            producer.flush();
            for (var acknowledgement : acknowledgements) {
                await(acknowledgement);
            }
            sent[0] += records.size();
            remember(cluster, next);
            loaded.reached(next, size);
        });
        Files.deleteIfExists(progressFile);
        return sent[0];
    }

    private static void await(Future<?> acknowledgement) throws IOException, InterruptedException {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw new IOException("not acknowledged: " + e.getCause(), e);
        }
    }

    /** There may be another number of partitions than where the dump was made. */
    private static ProducerRecord<byte[], byte[]> withoutPartition(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), null, record.timestamp(), record.key(), record.value(), record.headers());
    }

    private static Map<String, Integer> partitions(Admin admin) throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        if (!existing.containsAll(TopicDump.TOPICS)) {
            throw new BadSettingException("the topics are not there yet: start the system first");
        }
        return admin.describeTopics(TopicDump.TOPICS).allTopicNames().get().values().stream()
                .collect(Collectors.toMap(
                        topic -> topic.name(), topic -> topic.partitions().size()));
    }

    private static void requireEmpty(Admin admin, Map<String, Integer> partitions)
            throws ExecutionException, InterruptedException {
        var question = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach((topic, number) -> {
            for (var partition = 0; partition < number; partition++) {
                question.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        });
        var filled = admin.listOffsets(question).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .map(end -> end.getKey().topic())
                .sorted()
                .findFirst();
        if (filled.isPresent()) {
            throw new BadSettingException("the system is not empty: " + filled.get() + " holds records");
        }
    }

    private Optional<Long> resumed(String cluster) throws IOException {
        if (!Files.exists(progressFile)) {
            return Optional.empty();
        }
        var words = List.of(Files.readString(progressFile).strip().split(" "));
        return words.size() == 2 && words.get(0).equals(cluster)
                ? Optional.of(Long.valueOf(words.get(1)))
                : Optional.empty();
    }

    private void remember(String cluster, long next) throws IOException {
        var unfinished = progressFile.resolveSibling(progressFile.getFileName() + ".new");
        Files.writeString(unfinished, cluster + " " + next + "\n");
        Files.move(unfinished, progressFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var settings = with(Map.of(
                "partitioner.class",
                ThreadPartitioner.class.getName(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                // As in the crawler: with more, a topic just created can refuse a batch for good.
                "max.in.flight.requests.per.connection",
                1,
                "compression.type",
                "zstd",
                "linger.ms",
                5,
                "max.request.size",
                Topic.MAX_RECORD_BYTES,
                "max.block.ms",
                15_000,
                "delivery.timeout.ms",
                60_000));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        var settings = new HashMap<>(connection);
        settings.putAll(more);
        return settings;
    }
}
