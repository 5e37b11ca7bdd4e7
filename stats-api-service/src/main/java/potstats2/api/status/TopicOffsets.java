package potstats2.api.status;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import potstats2.events.Topic;

/**
 * How far the topics reach.
 *
 * @param beginnings the offset of each partition's first record
 * @param ends the offset that each partition's next record will have
 */
record TopicOffsets(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    private static final Set<String> FORUM =
            Topic.FORUM.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    private static final String DEAD_LETTERS = ".dlt";

    static boolean isOfInterest(String topic) {
        return FORUM.contains(topic) || topic.equals(Topic.CHANGES.name()) || topic.endsWith(DEAD_LETTERS);
    }

    /** What lags behind, given the next offset that is read of each partition. */
    Status.Lag lag(Map<TopicPartition, Long> positions) {
        long ingest = 0;
        long analytics = 0;
        for (var partition : ends.keySet()) {
            if (FORUM.contains(partition.topic())) {
                ingest += behind(partition, positions);
            } else if (partition.topic().equals(Topic.CHANGES.name())) {
                analytics += behind(partition, positions);
            }
        }
        return new Status.Lag(ingest, analytics);
    }

    private long behind(TopicPartition partition, Map<TopicPartition, Long> positions) {
        long beginning = beginnings.getOrDefault(partition, 0L);
        long position = Math.max(beginning, positions.getOrDefault(partition, beginning));
        return Math.max(0, ends.getOrDefault(partition, beginning) - position);
    }

    /** How many records were set aside. */
    long deadLetters() {
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().endsWith(DEAD_LETTERS))
                .mapToLong(end -> end.getValue() - beginnings.getOrDefault(end.getKey(), 0L))
                .sum();
    }
}
