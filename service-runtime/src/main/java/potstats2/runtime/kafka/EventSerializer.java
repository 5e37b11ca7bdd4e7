package potstats2.runtime.kafka;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import potstats2.events.EventCodec;

/** Writes events of the contract as values of records, and what they are into the headers. Thread-safe. */
public final class EventSerializer implements Serializer<Object> {
    private final EventCodec codec = new EventCodec();

    /** The value alone, for those who keep it without its headers. */
    @Override
    public byte[] serialize(String topic, Object event) {
        return codec.encode(event);
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Object event) {
        codec.headersOf(event).forEach((name, value) -> headers.remove(name).add(name, value));
        return codec.encode(event);
    }
}
