package potstats2.ingest;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether a broker answers. */
@Component("kafkaHealthIndicator")
class KafkaHealthIndicator extends AbstractReactiveHealthIndicator {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Admin admin;

    KafkaHealthIndicator(Admin admin) {
        super("No broker answers");
        this.admin = admin;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        return Mono.fromFuture(() ->
                        admin.describeCluster().clusterId().toCompletionStage().toCompletableFuture())
                .timeout(TIMEOUT)
                .map(cluster -> health.up().withDetail("cluster", cluster).build());
    }
}
