package potstats2.api.status;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import potstats2.api.ApiSettings;
import reactor.core.publisher.Mono;

/** How the whole system is doing, for operators: {@code /actuator/status}. */
@Component
@Endpoint(id = "status")
class StatusEndpoint {
    private static final Logger log = LoggerFactory.getLogger(StatusEndpoint.class);

    private final StoredCounts stored;
    private final TopicOffsetsReader topics;
    private final CrawlState crawl;
    private final ApiSettings settings;

    StatusEndpoint(StoredCounts stored, TopicOffsetsReader topics, CrawlState crawl, ApiSettings settings) {
        this.stored = stored;
        this.topics = topics;
        this.crawl = crawl;
        this.settings = settings;
    }

    /**
     * In the order in which news travels backwards: where nothing lags, the counts hold all that was there when the
     * topics were asked.
     */
    @ReadOperation
    Mono<Status> status() {
        return ifThere("Kafka", topics.read())
                .flatMap(offsets -> ifThere("database", stored.positions().timeout(settings.queryTimeout()))
                        .flatMap(
                                positions -> ifThere("database", stored.counts().timeout(settings.queryTimeout()))
                                        .map(counts -> status(counts, positions, offsets))));
    }

    private Status status(
            Optional<StoredCounts.Counts> counts,
            Optional<Map<TopicPartition, Long>> positions,
            Optional<TopicOffsets> offsets) {
        return new Status(
                counts.map(StoredCounts.Counts::posts).orElse(null),
                counts.map(StoredCounts.Counts::threads).orElse(null),
                counts.map(StoredCounts.Counts::boards).orElse(null),
                counts.map(StoredCounts.Counts::users).orElse(null),
                offsets.flatMap(reach -> positions.map(reach::lag)).orElse(null),
                offsets.map(reach -> Status.Crawl.of(crawl.last())).orElse(null),
                offsets.map(TopicOffsets::deadLetters).orElse(null));
    }

    private static <T> Mono<Optional<T>> ifThere(String server, Mono<T> answer) {
        return answer.map(Optional::of)
                .doOnError(failure -> log.debug("Status without {}: {}", server, failure.toString()))
                .onErrorResume(failure -> Mono.just(Optional.empty()));
    }
}
