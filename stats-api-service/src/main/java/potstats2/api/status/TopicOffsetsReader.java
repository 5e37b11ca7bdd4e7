package potstats2.api.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import potstats2.api.ApiSettings;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks Kafka how far the topics reach. */
@Component
class TopicOffsetsReader implements DisposableBean {
    private final KafkaProperties kafka;
    private final ApiSettings settings;
    private @Nullable Admin admin;

    TopicOffsetsReader(KafkaProperties kafka, ApiSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Fails within the configured time while Kafka is away. */
    Mono<TopicOffsets> read() {
        return Mono.fromCallable(() -> read(admin()))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(settings.kafkaTimeout());
    }

    private static TopicOffsets read(Admin admin) throws ExecutionException, InterruptedException {
        var topics = admin.listTopics().names().get().stream()
                .filter(TopicOffsets::isOfInterest)
                .toList();
        var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        return new TopicOffsets(
                offsets(admin, partitions, OffsetSpec.earliest()), offsets(admin, partitions, OffsetSpec.latest()));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var question = partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(question).all().get().forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Made at the first question: making one fails while the server's name does not resolve. */
    private synchronized Admin admin() {
        if (admin == null) {
            var properties = kafka.buildAdminProperties();
            var timeout = Math.toIntExact(settings.kafkaTimeout().toMillis());
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
            properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
            admin = Admin.create(properties);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(settings.kafkaTimeout());
        }
    }
}
