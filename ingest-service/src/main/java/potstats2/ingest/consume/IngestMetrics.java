package potstats2.ingest.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import potstats2.events.Topic;

/** What the consumers did, as metrics. */
final class IngestMetrics {
    private final MeterRegistry registry;
    private final Timer batches;
    private final Counter fenced;
    private final Counter retries;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        batches = Timer.builder("potstats2.ingest.batch")
                .description("From a batch's arrival to its announcement, attempts that failed included")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60))
                .register(registry);
        fenced = Counter.builder("potstats2.ingest.fenced")
                .description("Batches not written because another consumer had moved the position")
                .baseUnit("batches")
                .register(registry);
        retries = Counter.builder("potstats2.ingest.retried")
                .description("Batches whose transaction failed and was tried again")
                .baseUnit("batches")
                .register(registry);
        Topic.FORUM.forEach(topic -> deadLetters(topic.name()));
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void ingested(Timer.Sample since, List<Reading> readings) {
        since.stop(batches);
        readings.stream()
                .collect(Collectors.groupingBy(reading -> reading.record().topic(), Collectors.counting()))
                .forEach((topic, records) -> registry.counter("potstats2.ingest.ingested.records", "topic", topic)
                        .increment(records));
    }

    void fenced() {
        fenced.increment();
    }

    void retried() {
        retries.increment();
    }

    void setAside(String topic) {
        deadLetters(topic).increment();
    }

    private Counter deadLetters(String topic) {
        return Counter.builder("potstats2.ingest.dead.letters")
                .description("Records set aside")
                .baseUnit("records")
                .tag("topic", topic)
                .register(registry);
    }
}
