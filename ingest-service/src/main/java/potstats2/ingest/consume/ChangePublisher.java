package potstats2.ingest.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.tracing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import potstats2.events.ForumChanged;
import potstats2.events.Topic;
import potstats2.runtime.kafka.EventSerializer;
import potstats2.runtime.tracing.Traces;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells on {@link Topic#CHANGES} what a committed batch changed. */
final class ChangePublisher {
    /** Of posts, threads, boards and users each: such a record has some two megabytes at most. */
    static final int MAX_ENTRIES = 20_000;

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final EventSerializer serializer = new EventSerializer();
    private final Traces traces;

    ChangePublisher(KafkaTemplate<byte[], byte[]> kafka, Traces traces) {
        this.kafka = kafka;
        this.traces = traces;
    }

    /** Completes when the broker has acknowledged all of it. */
    Mono<Void> publish(ForumChanged changed) {
        return Flux.deferContextual(
                        context -> Flux.fromIterable(parts(changed)).map(part -> record(part, Traces.current(context))))
                .flatMapSequential(record -> Mono.fromFuture(() -> kafka.send(record)))
                .subscribeOn(Schedulers.boundedElastic()) // the producer may wait for the broker
                .then();
    }

    private ProducerRecord<byte[], byte[]> record(ForumChanged part, Span cause) {
        var headers = new RecordHeaders();
        var value = serializer.serialize(Topic.CHANGES.name(), headers, part);
        var record = new ProducerRecord<>(Topic.CHANGES.name(), null, part.key().getBytes(UTF_8), value, headers);
        traces.put(cause, record.headers());
        return record;
    }

    /** The same changes in records that are not too large; the first keeps what fits. */
    static List<ForumChanged> parts(ForumChanged changed) {
        var parts = new ArrayList<ForumChanged>();
        int from = 0;
        do {
            parts.add(new ForumChanged(
                    changed.source(),
                    slice(changed.posts(), from),
                    slice(changed.movedThreads(), from),
                    slice(changed.renamedThreads(), from),
                    slice(changed.boards(), from),
                    slice(changed.users(), from),
                    changed.observedAt()));
            from += MAX_ENTRIES;
        } while (from < largest(changed));
        return parts;
    }

    private static int largest(ForumChanged changed) {
        return Stream.of(
                        changed.posts(),
                        changed.movedThreads(),
                        changed.renamedThreads(),
                        changed.boards(),
                        changed.users())
                .mapToInt(List::size)
                .max()
                .orElseThrow();
    }

    private static <T> List<T> slice(List<T> all, int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + MAX_ENTRIES, all.size()));
    }
}
