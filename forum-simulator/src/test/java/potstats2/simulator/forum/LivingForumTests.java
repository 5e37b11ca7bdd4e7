package potstats2.simulator.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LivingForumTests {

    private static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final Forum forum = forum(Set.of());

    private static Forum forum(Set<Oddity> oddities) {
        return Forum.generate(new ForumShape(2_000, 5, UNTIL, oddities), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SimulatedPost post(long pid) {
        return Objects.requireNonNull(forum.post(pid));
    }

    private SimulatedThread thread(long tid) {
        return Objects.requireNonNull(forum.thread(tid));
    }

    private List<SimulatedPost> page(long tid, int page) {
        return Objects.requireNonNull(forum.threadPage(tid, page, -1)).posts();
    }

    private SimulatedThread threadWithPages(int pages) {
        return forum.threads()
                .filter(thread -> thread.pages() == pages)
                .findFirst()
                .orElseThrow();
    }

    private long firstOf(long bid) {
        return Objects.requireNonNull(forum.boardPage(bid, 1, -1, false, false))
                .threads()
                .get(0)
                .tid();
    }

    @Test
    void aReplyMovesItsThreadToTheTop() {
        var thread = threadWithPages(3);
        var truth = forum.truth();

        long pid = forum.newPost(thread.tid());

        assertThat(firstOf(thread.bid())).isEqualTo(thread.tid());
        assertThat(thread(thread.tid()).replies()).isEqualTo(thread.replies() + 1);
        assertThat(post(pid).postedAt()).isEqualTo(NOW);
        assertThat(forum.posts().reduce((a, b) -> b))
                .get()
                .extracting(SimulatedPost::pid)
                .isEqualTo(pid);
        assertThat(forum.truth().posts()).isEqualTo(truth.posts() + 1);
    }

    @Test
    void aNewUsersThreadHoldsWhatWasWritten() {
        long uid = forum.newUser("Neuling");
        long tid = forum.newThread(14);

        long pid = forum.newPost(tid, uid, "[b]so[/b]");

        assertThat(post(pid).content()).isEqualTo("[b]so[/b]");
        assertThat(post(pid).name()).isEqualTo("Neuling");
        assertThat(page(tid, 1)).hasSize(2);
        assertThat(post(forum.newPost(tid, uid, "0")).content()).isEmpty();
    }

    @Test
    void anEditCountsAndChangesTheContent() {
        var before =
                forum.posts().filter(post -> post.editCount() == 0).findFirst().orElseThrow();

        forum.editPost(before.pid());
        forum.editPost(before.pid(), "neu");

        var after = post(before.pid());
        assertThat(after.editCount()).isEqualTo(2);
        assertThat(after.content()).isEqualTo("neu");
        assertThat(after.lastEdit())
                .asInstanceOf(type(SimulatedPost.Edit.class))
                .satisfies(edit -> assertThat(edit.editedAt()).isEqualTo(NOW))
                .satisfies(edit -> assertThat(edit.uid()).isEqualTo(before.uid()));
    }

    @Test
    void aHiddenPostStillCounts() {
        var before = forum.posts()
                .filter(post -> !post.content().isEmpty())
                .findFirst()
                .orElseThrow();
        var truth = forum.truth();

        forum.hidePost(before.pid());

        assertThat(post(before.pid()).content()).isEmpty();
        assertThat(forum.truth().posts()).isEqualTo(truth.posts());
        assertThat(forum.truth().hiddenPosts()).isEqualTo(truth.hiddenPosts() + 1);

        forum.unhidePost(before.pid());

        assertThat(post(before.pid())).isEqualTo(before);
    }

    @Test
    void laterPostsMoveUpAfterADeletion() {
        var thread = threadWithPages(3);
        var second = page(thread.tid(), 2).get(0);

        forum.deletePost(page(thread.tid(), 1).get(4).pid());

        assertThat(page(thread.tid(), 1)).hasSize(30).last().isEqualTo(second);
    }

    @Test
    void anInvisiblePostLeavesAGap() {
        var thread = threadWithPages(3);
        var second = page(thread.tid(), 2);

        forum.makeInvisible(page(thread.tid(), 1).get(4).pid());

        assertThat(page(thread.tid(), 1)).hasSize(29);
        assertThat(page(thread.tid(), 2)).isEqualTo(second);
        assertThat(thread(thread.tid()).replies()).isEqualTo(thread.replies());
    }

    @Test
    void theLastPostsDeletionPutsTheThreadBackInItsPlace() {
        var thread = threadWithPages(2);
        var listed = Objects.requireNonNull(forum.boardPage(thread.bid(), 1, -1, false, false));

        forum.deletePost(forum.newPost(thread.tid()));

        assertThat(forum.boardPage(thread.bid(), 1, -1, false, false)).isEqualTo(listed);
    }

    @Test
    void aThreadWithoutPostsIsNoThread() {
        long tid = forum.newThread(14);

        forum.deletePost(page(tid, 1).get(0).pid());

        assertThat(forum.thread(tid)).isNull();
        assertThat(forum.threadPage(tid, 1, -1)).isNull();
        assertThat(firstOf(14)).isNotEqualTo(tid);
    }

    @Test
    void aDeletedThreadTakesItsPostsWithIt() {
        var thread = threadWithPages(2);
        int posts = page(thread.tid(), 1).size() + page(thread.tid(), 2).size();
        var truth = forum.truth();

        forum.deleteThread(thread.tid());

        assertThat(forum.truth().posts()).isEqualTo(truth.posts() - posts);
        assertThat(forum.truth().threads()).isEqualTo(truth.threads() - 1);
        assertThatThrownBy(() -> forum.newPost(thread.tid())).hasMessage("no thread " + thread.tid());
    }

    @Test
    void aMovedThreadKeepsItsPostsAndTheirContents() {
        var thread = threadWithPages(2);
        var before = page(thread.tid(), 1);
        long other = thread.bid() == 14 ? 43 : 14;

        forum.moveThread(thread.tid(), other);

        assertThat(thread(thread.tid()).bid()).isEqualTo(other);
        assertThat(page(thread.tid(), 1))
                .allMatch(post -> post.bid() == other)
                .extracting(SimulatedPost::content)
                .isEqualTo(before.stream().map(SimulatedPost::content).toList());
    }

    @Test
    void aSplitMovesTheLaterPostsAndLeavesTheirContents() {
        var thread = threadWithPages(3);
        var first = page(thread.tid(), 1);
        var second = page(thread.tid(), 2);
        var truth = forum.truth();

        long tid = forum.splitThread(thread.tid(), second.get(0).pid());

        assertThat(page(thread.tid(), 1)).isEqualTo(first);
        assertThat(page(thread.tid(), 2)).isEmpty();
        assertThat(page(tid, 1))
                .extracting(SimulatedPost::pid, SimulatedPost::content)
                .isEqualTo(second.stream()
                        .map(post -> org.assertj.core.groups.Tuple.tuple(post.pid(), post.content()))
                        .toList());
        assertThat(forum.truth().posts()).isEqualTo(truth.posts());
        assertThat(forum.truth().threads()).isEqualTo(truth.threads() + 1);
    }

    @Test
    void thePageOfAPostIsFoundByItsPid() {
        var thread = threadWithPages(3);
        var second = Objects.requireNonNull(forum.threadPage(thread.tid(), 2, -1));

        assertThat(forum.threadPageOf(thread.tid(), second.posts().get(7).pid()))
                .isEqualTo(second);
        assertThat(forum.threadPageOf(thread.tid(), 17)).isEqualTo(forum.threadPage(thread.tid(), 1, -1));
        assertThat(Objects.requireNonNull(forum.threadPageOfOnly(
                                thread.tid(), second.posts().get(7).pid()))
                        .posts())
                .containsExactly(second.posts().get(7));
        assertThat(Objects.requireNonNull(forum.threadPage(thread.tid(), 1, 37))
                        .posts()
                        .get(0))
                .isEqualTo(second.posts().get(7));
        assertThat(forum.threadPage(thread.tid(), 0, -1)).isEqualTo(forum.threadPage(thread.tid(), 1, -1));
    }

    @Test
    void theLastKnownPostCanVanish() {
        var odd = forum(EnumSet.of(Oddity.EMPTY_PAGE_FOR_LOST_PID));
        var thread = odd.threads()
                .filter(candidate -> candidate.pages() == 3)
                .findFirst()
                .orElseThrow();
        var first = Objects.requireNonNull(odd.threadPage(thread.tid(), 1, -1));
        boolean empty = false;
        boolean pageOne = false;
        for (var post :
                Objects.requireNonNull(odd.threadPage(thread.tid(), 2, -1)).posts()) {
            odd.deletePost(post.pid());
            var answer = Objects.requireNonNull(odd.threadPageOf(thread.tid(), post.pid()));
            empty |= answer.posts().isEmpty();
            pageOne |= answer.posts().equals(first.posts());
        }
        assertThat(empty && pageOne).isTrue();
    }

    @Test
    void postsKeepTheNameOfTheirTime() {
        long uid = forum.newUser("A");
        long tid = forum.newThread(14);
        long before = forum.newPost(tid, uid, "1");
        forum.renameUser(uid, "B");
        long between = forum.newPost(tid, uid, "2");
        forum.renameUser(uid, "A");
        long after = forum.newPost(tid, uid, "3");
        forum.editPost(between, "4");

        assertThat(List.of(
                        post(before).name(), post(between).name(), post(after).name()))
                .containsExactly("A", "B", "A");
        assertThat(post(between).postedAt()).isAfter(post(before).postedAt());
        assertThat(post(between).lastEdit())
                .asInstanceOf(type(SimulatedPost.Edit.class))
                .extracting(SimulatedPost.Edit::name)
                .isEqualTo("A");
        assertThat(forum.users()).contains(new SimulatedUser(uid, "A", List.of("A", "B")));
    }

    @Test
    void anUnreadableThreadContributesNothing() {
        var thread = threadWithPages(2);
        var truth = forum.truth();

        forum.setAccess(thread.tid(), Access.GONE);

        assertThat(page(thread.tid(), 1)).isEmpty();
        assertThat(forum.truth().threads()).isEqualTo(truth.threads() - 1);
        assertThat(forum.posts()).noneMatch(post -> post.tid() == thread.tid());
        assertThat(forum.threads()).anyMatch(listed -> listed.tid() == thread.tid());

        forum.setAccess(thread.tid(), Access.READABLE);

        assertThat(forum.truth()).isEqualTo(truth);
    }

    @Test
    void closedThreadsAreReopened() {
        var thread = threadWithPages(2);

        forum.closeThread(thread.tid());
        assertThat(thread(thread.tid()).closed()).isTrue();
        forum.reopenThread(thread.tid());
        assertThat(thread(thread.tid()).closed()).isFalse();
    }

    @Test
    void contentsOfOldPostsDoNotChangeWhateverHappens() {
        var before = forum.posts().toList();
        var dice = new Dice(1, Dice.Purpose.TRAFFIC, 0);
        for (int i = 0; i < 3_000; i++) {
            forum.anythingHappens(dice);
        }

        for (var post : before) {
            var now = forum.post(post.pid());
            if (now != null && !now.hidden() && !post.hidden() && now.editCount() == post.editCount()) {
                assertThat(now.content()).isEqualTo(post.content());
                assertThat(now.lastEdit()).isEqualTo(post.lastEdit());
                assertThat(now.name()).isEqualTo(post.name());
            }
        }
    }

    @Test
    void truthStaysWhatTheModelHoldsWhateverHappens() {
        var odd = forum(EnumSet.allOf(Oddity.class));
        var dice = new Dice(2, Dice.Purpose.TRAFFIC, 0);
        for (int i = 0; i < 5_000; i++) {
            odd.anythingHappens(dice);
        }

        var posts = odd.posts().toList();
        assertThat(odd.truth().posts()).isEqualTo(posts.size());
        assertThat(odd.truth().threads()).isEqualTo((int)
                posts.stream().mapToLong(SimulatedPost::tid).distinct().count());
        assertThat(odd.truth().edits())
                .isEqualTo(posts.stream().mapToLong(SimulatedPost::editCount).sum());
        assertThat(posts.size()).isGreaterThan(4_000);
    }

    @Test
    void theSameEventsGiveTheSameForum() {
        var one = forum(EnumSet.allOf(Oddity.class));
        var other = forum(EnumSet.allOf(Oddity.class));
        var dice = new Dice(3, Dice.Purpose.TRAFFIC, 0);
        var sameDice = new Dice(3, Dice.Purpose.TRAFFIC, 0);
        for (int i = 0; i < 500; i++) {
            assertThat(one.anythingHappens(dice)).isEqualTo(other.anythingHappens(sameDice));
        }

        assertThat(one.posts()).containsExactlyElementsOf(other.posts().toList());
    }
}
