package potstats2.analytics.changes;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.runtime.kafka.DeadLetterRecord;

/** Sets aside what cannot be applied, with its bytes, cause and position, so that the rest goes on. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_CAUSE = 2_000;

    private final AcknowledgedProducer producer;
    private final Clock clock;
    private final AnalyticsMetrics metrics;

    DeadLetters(AcknowledgedProducer producer, Clock clock, AnalyticsMetrics metrics) {
        this.producer = producer;
        this.clock = clock;
        this.metrics = metrics;
    }

    void add(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
        LOG.warn("Dead letter: {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), failure.toString());
        producer.publish(DeadLetterRecord.of(record, inOneLine(failure), clock.instant()));
        metrics.setAside();
    }

    private static String inOneLine(RuntimeException failure) {
        var cause = failure.toString().replaceAll("\\p{Cntrl}+", " ");
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "…";
    }
}
