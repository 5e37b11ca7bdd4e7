package potstats2.ingest.consume;

import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import potstats2.events.EventCodec;
import potstats2.events.ForumEvent;
import potstats2.events.UnreadableEventException;

/** Reads records into events, on all processors: the database is waiting. */
final class EventReader {
    private final EventCodec codec;

    EventReader(EventCodec codec) {
        this.codec = codec;
    }

    List<Reading> read(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.parallelStream().map(this::read).toList();
    }

    private Reading read(ConsumerRecord<byte[], byte[]> record) {
        try {
            var event = codec.decode(name -> header(record, name), record.value());
            return event instanceof ForumEvent forumEvent
                    ? Reading.of(record, forumEvent)
                    : Reading.defective(record, "not an event of the forum: " + codec.typeOf(event));
        } catch (UnreadableEventException e) {
            return Reading.defective(record, Objects.toString(e.getMessage()));
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
