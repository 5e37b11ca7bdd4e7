package potstats2.ingest.consume;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import potstats2.runtime.kafka.DeadLetterRecord;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Sets records aside that cannot be read or written: as they are, with the cause and where they stood. */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Clock clock;
    private final IngestMetrics metrics;

    DeadLetters(KafkaTemplate<byte[], byte[]> kafka, Clock clock, IngestMetrics metrics) {
        this.kafka = kafka;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Completes when the broker has acknowledged it. */
    Mono<Void> send(ConsumerRecord<byte[], byte[]> record, String cause) {
        return Mono.fromFuture(() -> kafka.send(DeadLetterRecord.of(record, cause, clock.instant())))
                .subscribeOn(Schedulers.boundedElastic()) // the producer may wait for the broker
                .doOnSuccess(sent -> metrics.setAside(record.topic()))
                .doOnSuccess(sent ->
                        log.warn("Set aside {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), cause))
                .then();
    }
}
