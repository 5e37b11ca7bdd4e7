package potstats2.ingest.operate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import potstats2.events.Topic;
import potstats2.ingest.tables.ForumTables;
import potstats2.ingest.tables.Position;
import potstats2.runtime.operations.OperationRefusedException;
import reactor.core.publisher.Mono;

/**
 * Reads topics again. The stored positions are set back in one transaction; whichever process has the partitions finds
 * that its batches no longer fit, or looks while nothing arrives, and reads on from there. What is already in the tables
 * is not changed by being read again.
 */
final class Replay {
    private static final Set<String> TOPICS =
            Topic.FORUM.stream().map(Topic::name).collect(Collectors.toCollection(TreeSet::new));

    private final ForumTables tables;
    private final Admin admin;

    Replay(ForumTables tables, Admin admin) {
        this.tables = tables;
        this.admin = admin;
    }

    /**
     * What to read again.
     *
     * @param topic one of the forum's
     * @param partition one partition, or all
     * @param offset from there; may not go with a time
     * @param time from the first record of that time; with neither: from the beginning
     */
    record Request(String topic, Optional<Integer> partition, Optional<Long> offset, Optional<Instant> time) {
        Request {
            if (!TOPICS.contains(topic)) {
                throw new OperationRefusedException("topic must be one of " + String.join(", ", TOPICS));
            }
            if (offset.isPresent() && time.isPresent()) {
                throw new OperationRefusedException("either an offset or a time");
            }
        }

        private OffsetSpec start() {
            return time.map(instant -> OffsetSpec.forTimestamp(instant.toEpochMilli()))
                    .orElseGet(OffsetSpec::earliest);
        }
    }

    /**
     * How far a partition is in the tables.
     *
     * @param position the next offset to read
     * @param end the offset after the last record
     */
    record Progress(String topic, int partition, long position, long end) {}

    /** Sets the positions back and says where they are now. */
    Mono<List<Progress>> start(Request request) {
        return partitions(Set.of(request.topic()))
                .map(partitions -> chosen(partitions, request))
                .flatMap(partitions -> Mono.zip(
                        offsets(partitions, request.start()),
                        offsets(partitions, OffsetSpec.latest()),
                        (starts, ends) -> targets(request, starts, ends)))
                .flatMap(targets -> tables.setBack(targets).then(progress(targets.keySet())));
    }

    private static Set<TopicPartition> chosen(Set<TopicPartition> partitions, Request request) {
        var chosen = partitions.stream()
                .filter(partition -> request.partition()
                        .map(number -> number == partition.partition())
                        .orElse(true))
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            throw new OperationRefusedException(
                    request.topic() + " has the partitions 0 to " + (partitions.size() - 1));
        }
        return chosen;
    }

    private static Map<TopicPartition, Long> targets(
            Request request, Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> {
            var start = starts.getOrDefault(end.getKey(), -1L);
            // No record is as new as that.
            var from = request.offset().orElse(start < 0 ? end.getValue() : start);
            if (from > end.getValue()) {
                throw new OperationRefusedException(end.getKey() + " ends at offset " + end.getValue());
            }
            return from;
        }));
    }

    /** Of all partitions of the forum's topics. */
    Mono<List<Progress>> positions() {
        return partitions(TOPICS).flatMap(this::progress);
    }

    private Mono<List<Progress>> progress(Set<TopicPartition> partitions) {
        return Mono.zip(
                tables.positions(partitions).collectMap(Position::partition, Position::nextOffset),
                offsets(partitions, OffsetSpec.latest()),
                (positions, ends) -> ends.entrySet().stream()
                        .map(end -> new Progress(
                                end.getKey().topic(),
                                end.getKey().partition(),
                                positions.getOrDefault(end.getKey(), 0L),
                                end.getValue()))
                        .sorted(Comparator.comparing(Progress::topic).thenComparing(Progress::partition))
                        .toList());
    }

    private Mono<Set<TopicPartition>> partitions(Set<String> topics) {
        return mono(() -> admin.describeTopics(topics).allTopicNames())
                .map(descriptions -> descriptions.values().stream()
                        .flatMap(description ->
                                description.partitions().stream().map(partition -> partition(description, partition)))
                        .collect(Collectors.toSet()));
    }

    private static TopicPartition partition(TopicDescription topic, TopicPartitionInfo partition) {
        return new TopicPartition(topic.name(), partition.partition());
    }

    private Mono<Map<TopicPartition, Long>> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        var question = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return mono(() -> admin.listOffsets(question).all())
                .map(answers -> answers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, answer -> offset(answer.getValue()))));
    }

    private static long offset(ListOffsetsResultInfo answer) {
        return answer.offset();
    }

    private static <T> Mono<T> mono(Supplier<KafkaFuture<T>> question) {
        return Mono.fromFuture(() -> question.get().toCompletionStage().toCompletableFuture());
    }
}
