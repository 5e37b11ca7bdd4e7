package potstats2.ingest.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupOffsetsTests {
    private static final TopicPartition PARTITION = new TopicPartition("forum.posts", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final GroupOffsets offsets = new GroupOffsets();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(PARTITION));
        offsets.commit(PARTITION, 3, consumer);
    }

    @Test
    void commitsAgainWhatWasRefused() {
        refuse(7);
        offsets.commitRefused(PARTITION, 9, consumer);
        assertThat(committed()).isEqualTo(9);
    }

    @Test
    void isNotTakenInByTheAnswerToAnOlderCommit() {
        refuse(7);
        offsets.onComplete(Map.of(PARTITION, new OffsetAndMetadata(5)), null);
        offsets.commitRefused(PARTITION, 7, consumer);
        assertThat(committed()).isEqualTo(7);
    }

    @Test
    void commitsNothingTwice() {
        offsets.commitRefused(PARTITION, 9, consumer);
        assertThat(committed()).isEqualTo(3);

        refuse(7);
        offsets.commit(PARTITION, 8, consumer);
        offsets.commitRefused(PARTITION, 9, consumer);
        assertThat(committed()).isEqualTo(8);
    }

    private void refuse(long offset) {
        offsets.onComplete(Map.of(PARTITION, new OffsetAndMetadata(offset)), new RebalanceInProgressException());
    }

    private long committed() {
        return Objects.requireNonNull(consumer.committed(Set.of(PARTITION)).get(PARTITION))
                .offset();
    }
}
