package potstats2.analytics.changes;

import java.time.Clock;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import potstats2.analytics.rollup.RollupRefresh;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.settings.SharedSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AnalyticsProperties.class, SharedSettings.class})
class ChangesConfiguration {

    @Bean
    KafkaAdmin.NewTopics topics(AnalyticsProperties properties) {
        return new KafkaAdmin.NewTopics(
                topic(Topic.CHANGES, properties),
                topic(Topic.CHANGES.deadLetters(), properties),
                topic(Topic.REFRESHED, properties));
    }

    private static NewTopic topic(Topic topic, AnalyticsProperties properties) {
        return new NewTopic(topic.name(), topic.partitions(), properties.replicationFactor()).configs(topic.settings());
    }

    @Bean
    RollupRefresh rollupRefresh(DataSource dataSource, SharedSettings settings) {
        return new RollupRefresh(dataSource, settings.timeZone());
    }

    @Bean
    ChangesConsumer changesConsumer(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            RollupRefresh rollups,
            AnalyticsProperties properties) {
        var codec = new EventCodec();
        var clock = Clock.systemUTC();
        var publisher = new Publisher(kafka, properties.publishTimeout());
        var announcer = new Announcer(publisher, codec, clock);
        var deadLetters = new DeadLetters(publisher, clock);
        return new ChangesConsumer(
                consumers,
                consumer -> new ChangesFollower(consumer, rollups, announcer, deadLetters, codec),
                properties);
    }

    @Bean
    ChangesHealth changesHealth(ChangesConsumer consumer) {
        return new ChangesHealth(consumer);
    }
}
