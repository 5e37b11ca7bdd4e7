package potstats2.ingest.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.support.Acknowledgment;
import potstats2.ingest.IngestProperties;
import potstats2.ingest.tables.Batch;
import potstats2.ingest.tables.FencedException;
import potstats2.ingest.tables.ForumTables;
import potstats2.ingest.tables.Position;
import potstats2.runtime.tracing.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Writes each batch of records in one transaction and announces what it changed before the next one. Where to read is
 * what the database says: at the assignment, and again after a batch that failed or was fenced. Its threads are the
 * consumers'; they wait here and nowhere else.
 *
 * <p>The group's offsets are committed last, for monitoring: at a committed offset, all records before it are in the
 * tables and announced.
 */
final class ForumListener
        implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>,
                ConsumerAwareRebalanceListener,
                ApplicationListener<ContextClosedEvent> {
    private static final Logger log = LoggerFactory.getLogger(ForumListener.class);
    private static final Retry CONFLICTS = Retry.max(3).filter(Failures::isConflict);

    private final Assignment assignment;
    private final EventReader reader;
    private final ForumTables tables;
    private final ChangePublisher changes;
    private final DeadLetters deadLetters;
    private final GroupOffsets group;
    private final IngestMetrics metrics;
    private final Traces traces;
    private final Duration batchTimeout;
    private final Retry retry;
    private final Retry resumeRetry;
    private volatile boolean closing;

    ForumListener(
            Assignment assignment,
            EventReader reader,
            ForumTables tables,
            ChangePublisher changes,
            DeadLetters deadLetters,
            GroupOffsets group,
            IngestMetrics metrics,
            Traces traces,
            IngestProperties settings) {
        this.assignment = assignment;
        this.reader = reader;
        this.tables = tables;
        this.changes = changes;
        this.deadLetters = deadLetters;
        this.group = group;
        this.metrics = metrics;
        this.traces = traces;
        batchTimeout = settings.batchTimeout();
        var backoff = Retry.backoff(Long.MAX_VALUE, settings.retryDelay())
                .maxBackoff(settings.maxRetryDelay())
                .doBeforeRetry(signal -> log.warn("Trying again: {}", Failures.reason(signal.failure())));
        retry = backoff.filter(failure -> Failures.isOutage(failure) && !closing)
                .doAfterRetry(signal -> metrics.retried());
        resumeRetry = backoff.filter(failure -> !closing);
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        var since = metrics.begin();
        var readings = reader.read(records);
        try {
            traces.during(() -> traces.begin("ingest batch", headers(records)), ingest(readings))
                    .block(batchTimeout);
            metrics.ingested(since, readings);
            Objects.requireNonNull(acknowledgment).acknowledge();
        } catch (RuntimeException e) {
            var partitions = readings.stream().map(Reading::partition).collect(Collectors.toSet());
            if (e instanceof FencedException) {
                metrics.fenced();
            }
            log.warn("Reading {} again from the stored positions: {}", partitions, Failures.reason(e));
            resume(partitions, Objects.requireNonNull(consumer));
        }
    }

    private static List<Headers> headers(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::headers).toList();
    }

    private Mono<Void> ingest(List<Reading> readings) {
        return Flux.fromIterable(readings).flatMap(this::setAsideIfDefective).then(Mono.defer(() -> write(readings)));
    }

    private Mono<Void> setAsideIfDefective(Reading reading) {
        return reading.defect() == null ? Mono.empty() : deadLetters.send(reading.record(), reading.defect());
    }

    private Mono<Void> write(List<Reading> readings) {
        return Mono.fromSupplier(() -> batch(readings))
                .flatMap(batch -> tables.write(batch).doOnNext(written -> assignment.advance(batch.advances())))
                .retryWhen(CONFLICTS)
                .retryWhen(retry)
                .flatMap(Mono::justOrEmpty)
                .flatMap(changes::publish)
                .onErrorResume(Failures::isRefusal, refusal -> isolate(readings, refusal));
    }

    private Batch batch(List<Reading> readings) {
        var events =
                readings.stream().map(Reading::event).filter(Objects::nonNull).toList();
        return Batch.of(assignment.advances(readings), events);
    }

    /** Halves the batch until the record stands alone that is refused. */
    private Mono<Void> isolate(List<Reading> readings, Throwable refusal) {
        int half = readings.size() / 2;
        if (half == 0) {
            var reading = readings.get(0);
            if (reading.event() == null) {
                return Mono.error(refusal); // the position itself is refused: no record is to blame
            }
            var cause = Failures.reason(refusal);
            return deadLetters
                    .send(reading.record(), cause)
                    .then(write(List.of(Reading.defective(reading.record(), cause))));
        }
        return write(readings.subList(0, half)).then(Mono.defer(() -> write(readings.subList(half, readings.size()))));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        resume(partitions, consumer);
    }

    /** Announces again what may have been committed without being announced, then reads from the stored positions. */
    private void resume(Collection<TopicPartition> partitions, Consumer<?, ?> consumer) {
        assignment.drop(partitions);
        if (partitions.isEmpty()) {
            return;
        }
        try {
            var positions = stored(partitions).block();
            Objects.requireNonNull(positions).forEach(position -> resume(position, consumer));
            log.info("Reading from {}", positions);
        } catch (RuntimeException e) {
            log.info("Not reading {}, the service stops: {}", partitions, Failures.reason(e));
        }
    }

    /** On a consumer's thread, while nothing arrives: the stored position may be set back, the last offset be refused. */
    void idle(TopicPartition partition, Consumer<?, ?> consumer) {
        var known = assignment.find(partition);
        if (known.isEmpty()) {
            return;
        }
        try {
            var stored = tables.nextOffset(partition).block(batchTimeout);
            if (!known.get().equals(stored)) {
                resume(List.of(partition), consumer);
            } else {
                group.commitRefused(partition, known.get(), consumer);
            }
        } catch (RuntimeException e) {
            log.debug("The stored position of {} cannot be read: {}", partition, Failures.reason(e));
        }
    }

    private Mono<List<Position>> stored(Collection<TopicPartition> partitions) {
        return tables.positions(partitions)
                .collectList()
                .flatMap(positions -> republish(positions).thenReturn(positions))
                .timeout(batchTimeout)
                .retryWhen(resumeRetry);
    }

    private Mono<Void> republish(List<Position> positions) {
        return Flux.fromIterable(positions)
                .mapNotNull(Position::announcement)
                .concatMap(changes::publish)
                .then();
    }

    private void resume(Position position, Consumer<?, ?> consumer) {
        consumer.seek(position.partition(), position.nextOffset());
        assignment.take(position.partition(), position.nextOffset());
        // Else a batch that was stored by a process that died before it committed would count as unread until the next.
        group.commit(position.partition(), position.nextOffset(), consumer);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignment.drop(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assignment.drop(partitions);
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing = true;
    }
}
