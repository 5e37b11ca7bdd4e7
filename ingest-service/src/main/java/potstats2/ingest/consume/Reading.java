package potstats2.ingest.consume;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import potstats2.events.ForumEvent;

/**
 * A record and what was read from it.
 *
 * @param record the record
 * @param event the event in it, absent where it is one for the dead letters
 * @param defect why there is no event
 */
record Reading(
        ConsumerRecord<byte[], byte[]> record,
        @Nullable ForumEvent event,
        @Nullable String defect) {

    static Reading of(ConsumerRecord<byte[], byte[]> record, ForumEvent event) {
        return new Reading(record, event, null);
    }

    static Reading defective(ConsumerRecord<byte[], byte[]> record, String defect) {
        return new Reading(record, null, defect);
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    @Override
    public String toString() {
        return partition() + "@" + record.offset();
    }
}
