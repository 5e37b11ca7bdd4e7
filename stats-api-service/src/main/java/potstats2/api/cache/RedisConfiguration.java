package potstats2.api.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import potstats2.runtime.settings.ServerUrl;

/**
 * The way to Redis, where its address is configured. Spring's own connections would make the thread that serves requests
 * wait while there is none.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(RedisConfiguration.AddressConfigured.class)
@EnableConfigurationProperties(DataRedisProperties.class)
class RedisConfiguration {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final int MOST_WAITING_COMMANDS = 1_000;
    private static final Delay RECONNECT_DELAY =
            Delay.exponential(Duration.ofMillis(20), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS);

    @Bean(destroyMethod = "shutdown")
    ClientResources redisResources() {
        return ClientResources.builder().reconnectDelay(RECONNECT_DELAY).build();
    }

    @Bean(destroyMethod = "shutdown")
    RedisClient redisClient(ClientResources resources) {
        var client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build())
                .build());
        return client;
    }

    @Bean
    RedisLink answersLink(RedisClient client, DataRedisProperties redis, CacheSettings settings) {
        return new RedisLink(client, address(redis, 0), settings.redisTimeout());
    }

    @Bean
    RedisLink countersLink(RedisClient client, DataRedisProperties redis, CacheSettings settings) {
        return new RedisLink(client, address(redis, 1), settings.redisTimeout());
    }

    @Bean
    RedisHealth redisHealthIndicator(RedisLink answersLink) {
        return new RedisHealth(answersLink);
    }

    @Bean
    RedisAnswers redisAnswers(RedisLink answersLink, CacheSettings settings) {
        return new RedisAnswers(answersLink, settings.timeToLive());
    }

    /** Lettuce would take the port for a part of a name with an underscore, and forget the user. */
    private static RedisURI.Builder builder(String url) {
        if (!url.startsWith("redis://") && !url.startsWith("rediss://")) {
            return RedisURI.builder(RedisURI.create(url));
        }
        var server = ServerUrl.of(url);
        return RedisURI.builder(RedisURI.create(server.withHost("localhost").toString()))
                .withHost(server.host());
    }

    private static RedisURI address(DataRedisProperties redis, int database) {
        var server = redis.getUrl() != null
                ? builder(redis.getUrl())
                : RedisURI.builder()
                        .withHost(redis.getHost())
                        .withPort(redis.getPort())
                        .withSsl(redis.getSsl().isEnabled());
        if (redis.getPassword() != null) {
            var password = redis.getPassword().toCharArray();
            server = redis.getUsername() == null
                    ? server.withPassword(password)
                    : server.withAuthentication(redis.getUsername(), password);
        }
        return server.withDatabase(database).withTimeout(CONNECT_TIMEOUT).build();
    }

    /** Either setting says where it is. */
    static final class AddressConfigured extends AnyNestedCondition {

        AddressConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.data.redis.url")
        static final class ByUrl {}

        @ConditionalOnProperty("spring.data.redis.host")
        static final class ByHost {}
    }
}
