package potstats2.api.cache;

import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanStream;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Answers that all instances of the service share. */
final class RedisAnswers {
    private static final String PREFIX = "potstats2:answer:";
    private static final int KEYS_AT_ONCE = 1_000;
    private static final Duration LONGEST_FORGETTING = Duration.ofSeconds(10);

    private final RedisLink redis;
    private final Duration timeToLive;

    RedisAnswers(RedisLink redis, Duration timeToLive) {
        this.redis = redis;
        this.timeToLive = timeToLive;
    }

    Mono<Answer> find(String key) {
        return redis.ask(commands -> commands.get(PREFIX + key))
                .flatMap(bytes -> Mono.justOrEmpty(AnswerFormat.read(bytes)));
    }

    Mono<Void> keep(String key, Answer answer) {
        return Mono.fromSupplier(() -> AnswerFormat.write(answer))
                .flatMap(bytes ->
                        redis.tell(commands -> commands.set(PREFIX + key, bytes, SetArgs.Builder.ex(timeToLive))))
                .then();
    }

    /** Frees the memory of all answers. */
    Mono<Void> forget() {
        return redis.tellSlowly(
                        commands -> ScanStream.scan(
                                        commands,
                                        ScanArgs.Builder.matches(PREFIX + "*").limit(KEYS_AT_ONCE))
                                .buffer(KEYS_AT_ONCE)
                                .concatMap(keys -> commands.unlink(keys.toArray(String[]::new)))
                                .then(),
                        LONGEST_FORGETTING)
                .then();
    }
}
