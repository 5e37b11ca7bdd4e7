package potstats2.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import potstats2.events.Topic;

class SystemEventsTests {
    private static final TopicPartition PROGRESS = new TopicPartition(Topic.PROGRESS.name(), 0);
    private static final TopicPartition REFRESHED = new TopicPartition(Topic.REFRESHED.name(), 0);

    @Test
    void waitsUntilTheBrokerKnowsEveryTopic() {
        var consumers = new LateTopic(3);
        var caughtUp = new AtomicInteger();
        var listener = new SystemEventListener() {
            @Override
            public void caughtUp() {
                caughtUp.incrementAndGet();
            }
        };
        var feed = new SystemEvents(() -> true, consumers, List.of(listener), Duration.ofMinutes(30));
        feed.start();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAtomic(caughtUp, value -> assertThat(value).isEqualTo(1));
            assertThat(consumers.last.assignment()).containsExactlyInAnyOrder(PROGRESS, REFRESHED);
        } finally {
            feed.stop();
        }
    }

    /** Of two topics, the second is known after some questions. */
    private static final class LateTopic implements ConsumerFactory<String, byte[]> {
        private final AtomicInteger unanswered;
        private volatile EmptyTopics last = new EmptyTopics();

        private LateTopic(int unanswered) {
            this.unanswered = new AtomicInteger(unanswered);
        }

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group, @Nullable String prefix, @Nullable String suffix, @Nullable Properties other) {
            var consumer = new EmptyTopics();
            Stream.of(PROGRESS, REFRESHED).forEach(partition -> {
                var known = partition.equals(PROGRESS) || unanswered.decrementAndGet() < 0;
                var info = new PartitionInfo(partition.topic(), 0, null, null, null);
                consumer.updatePartitions(partition.topic(), known ? List.of(info) : List.of());
            });
            consumer.updateBeginningOffsets(Map.of(PROGRESS, 0L, REFRESHED, 0L));
            consumer.updateEndOffsets(Map.of(PROGRESS, 0L, REFRESHED, 0L));
            last = consumer;
            return consumer;
        }

        @Override
        public boolean isAutoCommit() {
            return false;
        }
    }

    private static final class EmptyTopics extends MockConsumer<String, byte[]> {
        private EmptyTopics() {
            super("latest");
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            return Map.of();
        }
    }
}
