package potstats2.ingest.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.Topic;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many records of this process's partitions are not in the tables yet. It asks the broker: what a consumer knows of
 * its lag is old as long as it is stuck.
 */
final class IngestLag implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(IngestLag.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Admin admin;
    private final Assignment assignment;
    private final Disposable asking;
    private volatile Map<TopicPartition, Long> ends = Map.of();

    IngestLag(Admin admin, Assignment assignment, MeterRegistry registry) {
        this.admin = admin;
        this.assignment = assignment;
        for (var topic : Topic.FORUM) {
            Gauge.builder("potstats2.ingest.lag", () -> of(topic.name()))
                    .description("Records of this process's partitions that are not in the tables yet")
                    .baseUnit("records")
                    .tag("topic", topic.name())
                    .register(registry);
        }
        asking = Flux.interval(INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> ask(), 1)
                .subscribe();
    }

    private long of(String topic) {
        var positions = assignment.positions();
        return ends.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), end.getValue())))
                .sum();
    }

    private Mono<Void> ask() {
        var latest = assignment.positions().keySet().stream()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return Mono.fromFuture(() ->
                        admin.listOffsets(latest).all().toCompletionStage().toCompletableFuture())
                .timeout(INTERVAL)
                .doOnNext(this::take)
                .doOnError(failure -> log.debug("The lag is not known: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }

    private void take(Map<TopicPartition, ListOffsetsResultInfo> latest) {
        ends = latest.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    @Override
    public void close() {
        asking.dispose();
    }
}
