package potstats2.api.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheSettings.class)
@Import(RedisConfiguration.class)
class CacheConfiguration {

    @Bean
    SoftwareVersion softwareVersion(ObjectProvider<BuildProperties> build) {
        return SoftwareVersion.of(build.getIfAvailable());
    }

    @Bean
    CacheEpoch cacheEpoch(@Qualifier("answersLink") Optional<RedisLink> redis) {
        return new CacheEpoch(redis.orElse(null));
    }

    @Bean
    Counters counters(@Qualifier("countersLink") Optional<RedisLink> redis) {
        return new Counters(redis.orElse(null));
    }

    @Bean
    AnswerCache answerCache(
            CacheSettings settings,
            CurrentGenerations generations,
            CacheEpoch epoch,
            Optional<RedisAnswers> redis,
            SoftwareVersion version,
            MeterRegistry registry) {
        return new AnswerCache(version, settings, generations, epoch, redis.orElse(null), Clock.systemUTC(), registry);
    }
}
