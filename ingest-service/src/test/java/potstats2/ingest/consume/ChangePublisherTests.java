package potstats2.ingest.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;

class ChangePublisherTests {

    @Test
    void splitsWhatIsTooLargeForARecord() {
        var posts = LongStream.rangeClosed(1, ChangePublisher.MAX_ENTRIES * 2L + 1)
                .mapToObj(pid -> new TouchedPost(pid, 1, 1, 0, true))
                .toList();
        var parts = ChangePublisher.parts(
                new ForumChanged("forum.posts-0@0..1", posts, List.of(5L), List.of(6L), List.of(7L), Instant.EPOCH));
        assertThat(parts).hasSize(3);
        assertThat(parts).flatExtracting(ForumChanged::posts).isEqualTo(posts);
        assertThat(parts).flatExtracting(ForumChanged::movedThreads).containsExactly(5L);
        assertThat(parts).flatExtracting(ForumChanged::boards).containsExactly(6L);
        assertThat(parts).flatExtracting(ForumChanged::users).containsExactly(7L);
    }

    @Test
    void leavesWhatFitsAsItIs() {
        var changed =
                new ForumChanged("forum.boards-0@0..1", List.of(), List.of(), List.of(6L), List.of(), Instant.EPOCH);
        assertThat(ChangePublisher.parts(changed)).containsExactly(changed);
    }
}
