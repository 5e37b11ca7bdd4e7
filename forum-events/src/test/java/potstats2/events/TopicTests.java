package potstats2.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicTests {

    /** Changing the function would put a thread's later posts into another partition than its earlier ones. */
    @Test
    void aThreadKeepsItsPartition() {
        assertThat(LongStream.of(1, 2, 140831, 189020, 219999).mapToInt(tid -> Topic.partitionOfThread(tid, 4)))
                .containsExactly(1, 2, 1, 0, 3);
    }

    @Test
    void threadsSpreadEvenly() {
        var counts = new int[4];
        LongStream.range(1, 10_000).forEach(tid -> counts[Topic.partitionOfThread(tid, 4)]++);
        assertThat(Arrays.stream(counts)).allMatch(count -> count > 2300 && count < 2700);
    }

    @Test
    void recordsOfTheForumAreKeptForEver() {
        assertThat(Topic.POSTS.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topic.CHANGES.settings()).containsEntry("retention.ms", "1209600000");
        assertThat(Topic.POSTS.deadLetters().settings()).containsEntry("retention.ms", "-1");
        assertThat(Topic.POSTS.deadLetters().name()).isEqualTo("forum.posts.dlt");
    }
}
