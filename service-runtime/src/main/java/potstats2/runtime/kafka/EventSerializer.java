package potstats2.runtime.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import potstats2.events.Event;
import potstats2.events.EventCodec;
import potstats2.events.Topic;

/** Writes events of the contract as values of records, and what they are into the headers. Thread-safe. */
public final class EventSerializer implements Serializer<Event> {
    private final EventCodec codec = new EventCodec();

    /** The record of an event, for the topic and under the key that the contract gives it. */
    public ProducerRecord<String, byte[]> record(Event event) {
        return record(event.topic(), event);
    }

    /** The same for another topic. */
    public ProducerRecord<String, byte[]> record(Topic topic, Event event) {
        var headers = new RecordHeaders();
        var value = serialize(topic.name(), headers, event);
        return new ProducerRecord<>(topic.name(), null, event.key(), value, headers);
    }

    /** The value alone, for those who keep it without its headers. */
    @Override
    public byte[] serialize(String topic, Event event) {
        return codec.encode(event);
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Event event) {
        codec.headersOf(event).forEach((name, value) -> headers.remove(name).add(name, value));
        return codec.encode(event);
    }
}
