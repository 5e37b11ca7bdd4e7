package potstats2.analytics.changes;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/** Publishes one record at a time and waits until the broker has it. */
final class AcknowledgedProducer {

    private final KafkaOperations<String, byte[]> kafka;
    private final Duration timeout;

    AcknowledgedProducer(KafkaOperations<String, byte[]> kafka, Duration timeout) {
        this.kafka = kafka;
        this.timeout = timeout;
    }

    void publish(ProducerRecord<String, byte[]> message) {
        try {
            kafka.send(message).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while publishing to " + message.topic(), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Not acknowledged: " + message.topic(), e);
        }
    }
}
