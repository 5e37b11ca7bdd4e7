package potstats2.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import potstats2.events.Event;
import potstats2.events.EventCodec;
import potstats2.events.StatsRefreshed;
import potstats2.events.Topic;
import potstats2.testsupport.TopicReader;

/** What stands before the service and behind it: announces changes, and reads what the service publishes. */
final class StatsTopics implements AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer;
    private final String servers;

    StatsTopics(String servers) {
        this.servers = servers;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void announce(Event event) {
        var message = new ProducerRecord<>(Topic.CHANGES.name(), "test", codec.encode(event));
        codec.headersOf(event).forEach(message.headers()::add);
        send(message);
    }

    void garbage(String value) {
        send(new ProducerRecord<>(Topic.CHANGES.name(), "test", value.getBytes(UTF_8)));
    }

    void deleteAnnouncements() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            // All there are.
            var end = RecordsToDelete.beforeOffset(-1);
            admin.deleteRecords(Map.of(new TopicPartition(Topic.CHANGES.name(), 0), end))
                    .all()
                    .get();
        }
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the service has published about its refreshes. */
    List<StatsRefreshed> refreshed() {
        return TopicReader.readAll(servers, Topic.REFRESHED.name()).stream()
                .map(message -> (StatsRefreshed) codec.decode(name -> header(message, name), message.value()))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return TopicReader.readAll(servers, Topic.CHANGES.deadLetters().name());
    }

    static byte[] header(ConsumerRecord<String, byte[]> message, String name) {
        return message.headers().lastHeader(name).value();
    }

    @Override
    public void close() {
        producer.close();
    }
}
