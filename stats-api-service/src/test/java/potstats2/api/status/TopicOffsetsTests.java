package potstats2.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import potstats2.events.Topic;

class TopicOffsetsTests {
    private static final TopicPartition POSTS_0 = new TopicPartition(Topic.POSTS.name(), 0);
    private static final TopicPartition POSTS_1 = new TopicPartition(Topic.POSTS.name(), 1);
    private static final TopicPartition CHANGES = new TopicPartition(Topic.CHANGES.name(), 0);
    private static final TopicPartition DEAD =
            new TopicPartition(Topic.POSTS.deadLetters().name(), 0);

    private final TopicOffsets offsets = new TopicOffsets(
            Map.of(POSTS_0, 0L, POSTS_1, 10L, CHANGES, 0L, DEAD, 3L),
            Map.of(POSTS_0, 100L, POSTS_1, 50L, CHANGES, 7L, DEAD, 5L));

    @Test
    void lagIsWhatPositionsHaveNotReached() {
        var lag = offsets.lag(Map.of(POSTS_0, 90L, POSTS_1, 50L, CHANGES, 5L));
        assertThat(lag).isEqualTo(new Status.Lag(10, 2));
    }

    @Test
    void withoutPositionsEverythingStoredLags() {
        assertThat(offsets.lag(Map.of())).isEqualTo(new Status.Lag(140, 7));
    }

    @Test
    void positionsBeyondARecreatedTopicDoNotLag() {
        assertThat(offsets.lag(Map.of(POSTS_0, 500L, POSTS_1, 5L, CHANGES, 9L))).isEqualTo(new Status.Lag(40, 0));
    }

    @Test
    void deadLettersAreThoseStillKept() {
        assertThat(offsets.deadLetters()).isEqualTo(2);
    }

    @Test
    void otherTopicsAreOfNoInterest() {
        assertThat(TopicOffsets.isOfInterest(Topic.PROGRESS.name())).isFalse();
        assertThat(TopicOffsets.isOfInterest(Topic.PROFILES.name())).isTrue();
        assertThat(TopicOffsets.isOfInterest(Topic.BOARDS.deadLetters().name())).isTrue();
    }
}
