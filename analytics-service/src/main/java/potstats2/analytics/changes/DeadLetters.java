package potstats2.analytics.changes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.Topic;

/** Sets aside what cannot be applied, with its bytes, cause and position, so that the rest goes on. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Publisher publisher;
    private final Clock clock;
    private final AnalyticsMetrics metrics;

    DeadLetters(Publisher publisher, Clock clock, AnalyticsMetrics metrics) {
        this.publisher = publisher;
        this.clock = clock;
        this.metrics = metrics;
    }

    void add(ConsumerRecord<String, byte[]> poison, RuntimeException cause) {
        LOG.warn("Dead letter: {}-{}@{}: {}", poison.topic(), poison.partition(), poison.offset(), cause.toString());
        var letter = new ProducerRecord<>(Topic.CHANGES.deadLetters().name(), poison.key(), poison.value());
        poison.headers().forEach(letter.headers()::add);
        header(letter, "cause", cause.toString());
        header(letter, "source-topic", poison.topic());
        header(letter, "source-partition", String.valueOf(poison.partition()));
        header(letter, "source-offset", String.valueOf(poison.offset()));
        header(letter, "failed-at", clock.instant().toString());
        publisher.publish(letter);
        metrics.setAside();
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(UTF_8));
    }
}
