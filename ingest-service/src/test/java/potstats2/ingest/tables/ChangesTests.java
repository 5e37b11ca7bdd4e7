package potstats2.ingest.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static potstats2.ingest.ForumFixtures.edit;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.user;
import static potstats2.ingest.ForumFixtures.written;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.PostObserved;
import potstats2.ingest.tables.PostState.Mention;
import potstats2.ingest.tables.PostState.Moment;

class ChangesTests {
    private final Changes changes = new Changes();

    @Test
    void nothingChangedIsNotAnnounced() {
        assertThat(changes.announcement(batch())).isEmpty();
        assertThat(changes.needTurn()).isFalse();
    }

    @Test
    void aPostThatMovedIsNamedWithBothThreads() {
        changes.post(state(post(100, 10, user(7, "anna"), 1)), state(post(100, 11, user(7, "anna"), 2)));

        assertThat(changes.announcement(batch()))
                .hasValueSatisfying(
                        changed -> assertThat(changed.posts()).containsExactly(touched(100, 10), touched(100, 11)));
    }

    @Test
    void aNameThatIsStillSaidIsNotLost() {
        changes.post(state(post(100, 10, user(7, "anna"), 1)), state(post(100, 11, user(7, "anna"), 2)));

        assertThat(changes.lostMentions()).isEmpty();
    }

    @Test
    void aNameThatIsNoLongerSaidIsLost() {
        changes.post(
                state(post(100, 10, user(7, "anna"), edit(user(8, "mod"), 150), "x", 1)),
                state(post(100, 10, user(7, "anna"), null, "x", 2)));

        assertThat(changes.lostMentions()).containsExactly(new Mention(8, "mod", new Moment(written(150), 100)));
    }

    @Test
    void theSpanOfANameCoversAllThatSayIt() {
        for (var pid : List.of(200L, 100L, 300L)) {
            changes.post(null, state(post(pid, 10, user(7, "anna"), 1)));
        }

        assertThat(changes.names()).singleElement().satisfies(span -> {
            assertThat(span.first()).isEqualTo(new Moment(written(100), 100));
            assertThat(span.last()).isEqualTo(new Moment(written(300), 300));
        });
    }

    @Test
    void aNewThreadKnowsHowManyOfItsPostsAreNamedAnyway() {
        changes.newThread(10);
        changes.newThread(11);
        changes.post(null, state(post(100, 10, user(7, "anna"), 1)));

        assertThat(changes.newThreads()).isEqualTo(Map.of(10L, 1L, 11L, 0L));
    }

    private static PostState state(PostObserved post) {
        return PostState.of(post, false);
    }

    private static TouchedPost touched(long pid, long tid) {
        return new TouchedPost(pid, tid, 7, written(pid).getEpochSecond(), false);
    }

    private static Batch batch() {
        return Batch.of(
                List.of(new Advance(new TopicPartition("forum.posts", 0), 0, 1)),
                List.of(post(100, 10, user(7, "anna"), 1)));
    }
}
