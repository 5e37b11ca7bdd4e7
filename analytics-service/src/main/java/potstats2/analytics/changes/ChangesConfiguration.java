package potstats2.analytics.changes;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import potstats2.analytics.rollup.RollupRefresh;
import potstats2.events.Topic;
import potstats2.runtime.kafka.NewTopics;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.SharedSettings;
import potstats2.runtime.tracing.Traces;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AnalyticsProperties.class, SharedSettings.class})
class ChangesConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ChangesConfiguration.class);

    @Bean
    KafkaAdmin.NewTopics topics(AnalyticsProperties properties) {
        var topics = List.of(Topic.CHANGES, Topic.CHANGES.deadLetters(), Topic.REFRESHED);
        return new KafkaAdmin.NewTopics(
                NewTopics.of(topics, properties.replicationFactor()).toArray(NewTopic[]::new));
    }

    @Bean
    RollupRefresh rollupRefresh(DataSource dataSource, SharedSettings settings) {
        requireKnownToDatabase(dataSource, settings.timeZone());
        LOG.info("Years, days and hours are those of {}", settings.timeZone());
        return new RollupRefresh(dataSource, ZoneId.of(settings.timeZone()));
    }

    /** A server may have been built without some of the names, such as those of former times. */
    static void requireKnownToDatabase(DataSource dataSource, String timeZone) {
        var known = new JdbcTemplate(dataSource)
                .queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = ?)", Boolean.class, timeZone);
        if (!Boolean.TRUE.equals(known)) {
            throw new BadSettingException("potstats2.time-zone: PostgreSQL does not know \"%s\"".formatted(timeZone));
        }
    }

    @Bean
    AnalyticsMetrics analyticsMetrics(MeterRegistry registry) {
        return new AnalyticsMetrics(registry, Clock.systemUTC());
    }

    @Bean
    ChangesConsumer changesConsumer(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            RollupRefresh rollups,
            AnalyticsMetrics metrics,
            Traces traces,
            AnalyticsProperties properties) {
        var clock = Clock.systemUTC();
        var producer = new AcknowledgedProducer(kafka, properties.publishTimeout());
        var refreshes = new RefreshPublisher(producer, clock);
        var deadLetters = new DeadLetters(producer, clock, metrics);
        return new ChangesConsumer(
                consumers,
                consumer -> new ChangesFollower(
                        consumer,
                        new ChangesApplier(rollups, refreshes, deadLetters, metrics),
                        new Gathering(properties.announcements()),
                        deadLetters,
                        metrics,
                        traces),
                metrics,
                properties);
    }

    /** Whether the thread runs that follows the changes: one that ended for good needs a new process. */
    @Bean
    HealthIndicator follower(ChangesConsumer consumer) {
        return () -> (consumer.alive() ? Health.up() : Health.down()).build();
    }

    @Bean
    ChangesHealth changesHealth(ChangesConsumer consumer) {
        return new ChangesHealth(consumer);
    }
}
