package potstats2.api.backend;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.stereotype.Component;
import potstats2.api.cache.AnswerCache;
import reactor.core.publisher.Mono;

/** Empties the cache, for operators: {@code DELETE /actuator/cache}. Only where it is allowed: it makes the database work. */
@Component
@Endpoint(id = "cache", defaultAccess = Access.NONE)
class CacheEndpoint {
    private final AnswerCache cache;

    CacheEndpoint(AnswerCache cache) {
        this.cache = cache;
    }

    @DeleteOperation
    Mono<Void> invalidate() {
        return cache.invalidate();
    }
}
