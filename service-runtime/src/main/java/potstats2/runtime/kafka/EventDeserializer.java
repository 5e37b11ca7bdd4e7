package potstats2.runtime.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import potstats2.events.Event;
import potstats2.events.EventCodec;
import potstats2.events.UnreadableEventException;

/**
 * Reads events of the contract from records. Consumers take bytes and ask it themselves, so that a record that cannot be
 * read is still there to be set aside. Thread-safe.
 */
public final class EventDeserializer implements Deserializer<Event> {
    private final EventCodec codec = new EventCodec();

    /**
     * The event of a record.
     *
     * @throws UnreadableEventException if it has none
     */
    public Event read(ConsumerRecord<?, byte[]> record) {
        return deserialize(record.topic(), record.headers(), record.value());
    }

    @Override
    public Event deserialize(String topic, Headers headers, byte @Nullable [] value) {
        return codec.decode(name -> value(headers, name), value);
    }

    /** Without headers nobody knows what a value is. */
    @Override
    public Event deserialize(String topic, byte @Nullable [] value) {
        return codec.decode(name -> null, value);
    }

    private static byte @Nullable [] value(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }
}
