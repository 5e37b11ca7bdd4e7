package potstats2.ingest.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.ingest.IngestProperties;
import potstats2.ingest.tables.ForumTables;
import potstats2.runtime.kafka.NewTopics;
import potstats2.runtime.tracing.Traces;

/** From the topics to the tables: the consumers and what they use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IngestProperties.class)
class ConsumeConfiguration {
    private static final String GROUP = "potstats2-ingest";
    private static final Duration IDLE = Duration.ofSeconds(1);

    @Bean
    KafkaAdmin.NewTopics ingestTopics(IngestProperties settings) {
        var deadLetters = Topic.FORUM.stream().map(Topic::deadLetters);
        var topics = Stream.concat(Stream.concat(Topic.FORUM.stream(), deadLetters), Stream.of(Topic.CHANGES));
        return new KafkaAdmin.NewTopics(
                NewTopics.of(topics.toList(), settings.replicationFactor()).toArray(NewTopic[]::new));
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    ForumTables forumTables(DatabaseClient database, TransactionalOperator transaction, EventCodec codec) {
        return new ForumTables(database, transaction, codec);
    }

    @Bean
    Admin admin(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }

    @Bean
    Assignment assignment() {
        return new Assignment();
    }

    @Bean
    GroupOffsets groupOffsets() {
        return new GroupOffsets();
    }

    @Bean
    IngestMetrics ingestMetrics(MeterRegistry registry) {
        return new IngestMetrics(registry);
    }

    @Bean
    IngestLag ingestLag(Admin admin, Assignment assignment, MeterRegistry registry) {
        return new IngestLag(admin, assignment, registry);
    }

    @Bean
    ForumListener forumListener(
            Assignment assignment,
            ForumTables tables,
            KafkaTemplate<byte[], byte[]> kafka,
            GroupOffsets group,
            IngestMetrics metrics,
            Traces traces,
            IngestProperties settings) {
        return new ForumListener(
                assignment,
                new EventReader(),
                tables,
                new ChangePublisher(kafka, traces),
                new DeadLetters(kafka, Clock.systemUTC(), metrics),
                group,
                metrics,
                traces,
                settings);
    }

    @Bean
    ApplicationListener<ListenerContainerPartitionIdleEvent> idlePartitions(ForumListener listener) {
        return idle -> listener.idle(idle.getTopicPartition(), idle.getConsumer());
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer batchSize(IngestProperties settings) {
        return factory -> factory.updateConfigs(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize()));
    }

    /** Whether all consumers run: one that ended for good needs a new process. */
    @Bean
    HealthIndicator consumers(ConcurrentMessageListenerContainer<byte[], byte[]> ingest) {
        return () -> (ingest.isInExpectedState() ? Health.up() : Health.down()).build();
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> ingest(
            ConsumerFactory<byte[], byte[]> consumers,
            ForumListener listener,
            GroupOffsets group,
            IngestProperties settings) {
        var properties =
                new ContainerProperties(Topic.FORUM.stream().map(Topic::name).toArray(String[]::new));
        properties.setGroupId(GROUP);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setSyncCommits(false);
        properties.setCommitCallback(group);
        properties.setMessageListener(listener);
        properties.setIdlePartitionEventInterval(IDLE.toMillis());
        properties.setPollTimeout(IDLE.toMillis());
        properties.setConsumerRebalanceListener(listener);
        var container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(settings.concurrency());
        return container;
    }
}
