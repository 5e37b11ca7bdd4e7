package potstats2.crawler.publish;

import io.micrometer.tracing.Span;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.RequestKind;
import potstats2.crawler.source.UnreadableElement;
import potstats2.events.Checkpoint;
import potstats2.events.Event;
import potstats2.events.ForumEvent;
import potstats2.events.Topic;
import potstats2.runtime.kafka.EventSerializer;
import potstats2.runtime.tracing.Traces;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Publishes what a page brought: its events at once, its checkpoints when all events published so far are acknowledged.
 * Callers go on before that, up to a bound; while the broker is away they wait. One publisher has one writing thread.
 */
public final class Publisher {

    /** Pages that wait for the same answer of the broker share a request. */
    private static final int MAX_PAGES_IN_FLIGHT = 32;

    private final Producer<String, byte[]> producer;
    private final EventSerializer serializer = new EventSerializer();
    private final DeadLetters deadLetters;
    private final SetAsidePages setAsidePages;
    private final Slots slots = new Slots(MAX_PAGES_IN_FLIGHT);
    private final Scheduler writing;
    private final Traces traces;
    private final Runnable checkpointed;
    private final Executor executor;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> acknowledged = CompletableFuture.completedFuture(null);

    /**
     * A publisher with nothing in flight.
     *
     * @param producer waits for the broker as long as it takes, and chooses partitions as
     *     {@link potstats2.runtime.kafka.ThreadPartitioner}
     * @param setAsidePages those of which something lies among the dead letters
     * @param writing has one thread, which may block
     * @param checkpointed run when a checkpoint is acknowledged; must not block
     */
    public Publisher(
            Producer<String, byte[]> producer,
            SetAsidePages setAsidePages,
            Clock clock,
            Scheduler writing,
            Traces traces,
            Runnable checkpointed) {
        this.producer = producer;
        this.writing = writing;
        this.traces = traces;
        this.checkpointed = checkpointed;
        this.executor = writing::schedule;
        this.deadLetters = new DeadLetters(clock);
        this.setAsidePages = setAsidePages;
    }

    /** Completes when the events are on their way; fails when an earlier publication did. */
    public Mono<Void> publish(List<? extends ForumEvent> events, List<? extends Checkpoint> checkpoints) {
        return Mono.deferContextual(context ->
                        Mono.just(new Page(records(events, Traces.current(context)), records(checkpoints, Span.NOOP))))
                .flatMap(this::send);
    }

    /** Sets a page aside that could not be read. */
    public Mono<Void> setAside(PageFailedException page) {
        setAsidePages.add(page.url());
        return Mono.fromCallable(() -> new Page(List.of(deadLetters.of(page)), List.of()))
                .flatMap(this::send);
    }

    /** All of a page could be read: what was set aside of it before is settled. */
    public Mono<Void> readWell(PageAddress page, Supplier<URI> url) {
        return setAsidePages.remove(page)
                ? send(new Page(List.of(deadLetters.settled(page.kind(), url.get())), List.of()))
                : Mono.empty();
    }

    /** Sets elements of a page aside. */
    public Mono<Void> setAside(RequestKind kind, URI page, List<UnreadableElement> elements) {
        setAsidePages.add(page);
        return Mono.fromCallable(() -> elements.stream()
                        .map(element -> deadLetters.of(kind, page, element))
                        .toList())
                .flatMap(letters -> send(new Page(letters, List.of())));
    }

    private Mono<Void> send(Page page) {
        return slots.acquire().then(Mono.<Void>fromRunnable(() -> write(page)).subscribeOn(writing));
    }

    /** Completes when everything published so far is acknowledged. */
    public Mono<Void> flushed() {
        return Mono.defer(() -> Mono.fromFuture(everything(), true)).subscribeOn(writing);
    }

    private synchronized CompletableFuture<Void> everything() {
        return acknowledged;
    }

    /** Checkpoints are sent in the order of their pages; one does not wait until that of the page before is acknowledged. */
    @SuppressWarnings("FutureReturnValueIgnored") // The inner one is composed with.
    private synchronized void write(Page page) {
        if (acknowledged.isCompletedExceptionally()) {
            slots.release();
            acknowledged.join();
        }
        var checkpoints = sent.thenCombine(send(page.events), (before, now) -> page.checkpoints)
                // Not on the producer's own thread, which must never wait for room in its buffer.
                .thenApplyAsync(this::send, executor);
        var done = checkpoints.thenCompose(acknowledgement -> acknowledgement).whenComplete((all, failure) -> {
            slots.release();
            if (failure == null && !page.checkpoints.isEmpty()) {
                checkpointed.run();
            }
        });
        sent = checkpoints;
        acknowledged = CompletableFuture.allOf(acknowledged, done);
    }

    /** Sends records; the result completes when all are acknowledged. */
    private CompletableFuture<Void> send(List<ProducerRecord<String, byte[]>> records) {
        var acknowledgements = new ArrayList<CompletableFuture<Void>>(records.size());
        for (var record : records) {
            var acknowledgement = new CompletableFuture<Void>();
            var unused = producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledgement.complete(null);
                } else {
                    acknowledgement.completeExceptionally(failure);
                }
            });
            acknowledgements.add(acknowledgement);
        }
        return CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new));
    }

    private List<ProducerRecord<String, byte[]>> records(List<? extends Event> events, Span cause) {
        var records = events.stream().map(this::record).toList();
        records.forEach(record -> traces.put(cause, record.headers()));
        return records;
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        var record = serializer.record(event);
        return record.value().length > Topic.MAX_RECORD_BYTES - 1024
                ? deadLetters.tooLarge(event.topic(), record)
                : record;
    }

    private record Page(
            List<ProducerRecord<String, byte[]>> events, List<ProducerRecord<String, byte[]>> checkpoints) {}
}
