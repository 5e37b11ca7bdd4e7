package potstats2.ingest.tables;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a batch moves the position of one partition.
 *
 * @param partition the partition
 * @param from the stored position that the batch was read from
 * @param to the offset after the batch's last record
 */
public record Advance(TopicPartition partition, long from, long to) {

    String topic() {
        return partition.topic();
    }

    int number() {
        return partition.partition();
    }

    @Override
    public String toString() {
        return partition + "@" + from + ".." + to;
    }
}
