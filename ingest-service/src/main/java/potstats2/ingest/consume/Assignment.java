package potstats2.ingest.consume;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import potstats2.ingest.tables.Advance;
import potstats2.ingest.tables.FencedException;

/** The partitions that this process reads, each with the position that its next batch starts from. */
final class Assignment {
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    /** Each assigned partition's, at this moment. */
    Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    void take(TopicPartition partition, long position) {
        positions.put(partition, position);
    }

    void drop(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    /**
     * How far these records, which are in order within each partition, move the positions.
     *
     * @throws FencedException if one is of a partition that is not assigned
     */
    List<Advance> advances(List<Reading> readings) {
        var ends = readings.stream()
                .collect(Collectors.toMap(
                        Reading::partition, reading -> reading.record().offset() + 1, Math::max));
        return ends.entrySet().stream()
                .map(end -> new Advance(end.getKey(), position(end.getKey()), end.getValue()))
                .toList();
    }

    /** Where the next batch of a partition starts, if the partition is assigned. */
    Optional<Long> find(TopicPartition partition) {
        return Optional.ofNullable(positions.get(partition));
    }

    private long position(TopicPartition partition) {
        var position = positions.get(partition);
        if (position == null) {
            throw new FencedException(partition + " is not assigned");
        }
        return position;
    }

    void advance(List<Advance> advances) {
        advances.forEach(advance -> positions.put(advance.partition(), advance.to()));
    }
}
