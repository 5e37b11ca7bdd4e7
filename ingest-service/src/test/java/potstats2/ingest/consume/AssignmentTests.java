package potstats2.ingest.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import potstats2.ingest.tables.Advance;
import potstats2.ingest.tables.FencedException;

class AssignmentTests {
    private static final TopicPartition FIRST = new TopicPartition("forum.posts", 0);
    private static final TopicPartition SECOND = new TopicPartition("forum.posts", 1);

    private final Assignment assignment = new Assignment();

    @Test
    void aBatchMovesEachPartitionBehindItsLastRecord() {
        assignment.take(FIRST, 5);
        assignment.take(SECOND, 0);

        var advances = assignment.advances(List.of(record(FIRST, 5), record(SECOND, 0), record(FIRST, 8)));

        assertThat(advances).containsExactlyInAnyOrder(new Advance(FIRST, 5, 9), new Advance(SECOND, 0, 1));
        assertThat(assignment.find(FIRST)).contains(5L);
        assignment.advance(advances);
        assertThat(assignment.find(FIRST)).contains(9L);
    }

    @Test
    void recordsOfAPartitionThatWasLostAreFenced() {
        assignment.take(FIRST, 5);
        assignment.drop(List.of(FIRST));

        assertThat(assignment.find(FIRST)).isEmpty();
        assertThatThrownBy(() -> assignment.advances(List.of(record(FIRST, 5))))
                .isInstanceOf(FencedException.class)
                .hasMessageContaining("forum.posts-0");
    }

    private static Reading record(TopicPartition partition, long offset) {
        return Reading.defective(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]), "x");
    }
}
