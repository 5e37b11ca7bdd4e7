package potstats2.ingest.consume;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import potstats2.events.ForumEvent;
import potstats2.events.UnreadableEventException;
import potstats2.runtime.kafka.EventDeserializer;

/** Reads records into events, on all processors: the database is waiting. */
final class EventReader {
    private final EventDeserializer deserializer = new EventDeserializer();

    List<Reading> read(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.parallelStream().map(this::read).toList();
    }

    private Reading read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.read(record) instanceof ForumEvent event
                    ? Reading.of(record, event)
                    : Reading.defective(record, "not an event of the forum");
        } catch (UnreadableEventException e) {
            return Reading.defective(record, String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " "));
        } catch (RuntimeException e) {
            return Reading.defective(record, Failures.reason(e));
        }
    }
}
