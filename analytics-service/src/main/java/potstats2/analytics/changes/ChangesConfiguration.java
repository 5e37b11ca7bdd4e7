package potstats2.analytics.changes;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
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
    ProducerFactory<String, byte[]> producers(KafkaProperties kafka) {
        var configuration = kafka.buildProducerProperties();
        configuration.putAll(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.MAX_RECORD_BYTES));
        return new DefaultKafkaProducerFactory<>(configuration, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    RollupRefresh rollupRefresh(DataSource dataSource, SharedSettings settings) {
        return new RollupRefresh(dataSource, settings.timeZone());
    }

    @Bean
    ChangesConsumer changesConsumer(
            KafkaProperties kafka,
            ProducerFactory<String, byte[]> producers,
            RollupRefresh rollups,
            AnalyticsProperties properties) {
        var configuration = kafka.buildConsumerProperties();
        configuration.putAll(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                properties.announcements(),
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                Topic.MAX_RECORD_BYTES,
                // A rebuild happens between two polls.
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                (int) properties.longestRefresh().toMillis()));
        var consumers =
                new DefaultKafkaConsumerFactory<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
        var codec = new EventCodec();
        var clock = Clock.systemUTC();
        var publisher = new Publisher(new KafkaTemplate<>(producers), properties.publishTimeout());
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
