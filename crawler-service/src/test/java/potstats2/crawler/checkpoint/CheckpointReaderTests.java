package potstats2.crawler.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import potstats2.events.Topic;

class CheckpointReaderTests {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.CHECKPOINTS.name(), 0);

    @Test
    void asksABrokerAgainThatDoesNotKnowTheTopicYet() {
        var consumer = new ForgetfulConsumer(3);
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        new CheckpointReader().readAll(consumer, new Checkpoints(Clock.systemUTC(), Duration.ofDays(1)));
        assertThat(consumer.assignment()).containsExactly(PARTITION);
    }

    /** As a consumer of a broker whose metadata are older than the topic. */
    private static final class ForgetfulConsumer extends MockConsumer<String, byte[]> {
        private int unanswered;

        private ForgetfulConsumer(int unanswered) {
            super("earliest");
            this.unanswered = unanswered;
        }

        @Override
        public synchronized List<PartitionInfo> partitionsFor(String topic) {
            return unanswered-- > 0 ? List.of() : List.of(new PartitionInfo(topic, 0, null, null, null));
        }
    }
}
