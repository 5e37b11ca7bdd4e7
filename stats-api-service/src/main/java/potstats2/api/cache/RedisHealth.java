package potstats2.api.cache;

import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

/** Says how Redis does. The service works without it, only slower: it is degraded then, not down. */
final class RedisHealth implements ReactiveHealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final RedisLink redis;

    RedisHealth(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Health> health() {
        var state = redis.state();
        return Mono.just(Health.status(state == RedisLink.State.WORKING ? Status.UP : DEGRADED)
                .withDetail("redis", state.name().toLowerCase(Locale.ROOT))
                .build());
    }
}
