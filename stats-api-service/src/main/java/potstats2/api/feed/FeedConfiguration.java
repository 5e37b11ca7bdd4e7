package potstats2.api.feed;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import potstats2.events.Topic;
import potstats2.runtime.kafka.NewTopics;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedSettings.class)
class FeedConfiguration {

    @Bean
    SystemEvents systemEvents(
            KafkaAdmin admin, KafkaProperties kafka, List<SystemEventListener> listeners, FeedSettings settings) {
        Map<String, Object> properties = kafka.buildConsumerProperties();
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        var consumers =
                new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        return new SystemEvents(admin::initialize, consumers, listeners, settings.history());
    }

    @Bean
    KafkaAdmin.NewTopics systemTopics() {
        return new KafkaAdmin.NewTopics(
                NewTopics.of(Topic.PROGRESS, Topic.REFRESHED).toArray(NewTopic[]::new));
    }
}
