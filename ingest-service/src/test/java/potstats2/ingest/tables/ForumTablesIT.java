package potstats2.ingest.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static potstats2.ingest.ForumFixtures.board;
import static potstats2.ingest.ForumFixtures.edit;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.profile;
import static potstats2.ingest.ForumFixtures.seen;
import static potstats2.ingest.ForumFixtures.thread;
import static potstats2.ingest.ForumFixtures.user;
import static potstats2.ingest.ForumFixtures.vanished;
import static potstats2.ingest.ForumFixtures.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.ProfileObserved;
import potstats2.events.ProfileObserved.AccountState;
import potstats2.events.ThreadObserved;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.POSTGRES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForumTablesIT {
    private static final String POSTS = "SELECT pid, tid, gone, content FROM forum.posts ORDER BY pid";
    private static final String USERS = "SELECT uid, name, aliases FROM forum.users ORDER BY uid";

    private TestTables forum;

    @BeforeAll
    void createTables(Servers servers) {
        forum = new TestTables(servers);
    }

    @BeforeEach
    void clear() {
        forum.clear();
    }

    @AfterAll
    void close() {
        forum.close();
    }

    @Test
    void announcesWhatABatchAdded() {
        var changed = forum.write(board(1, "Board", 1), thread(10, 1, 2), post(100, 10, user(7, "anna"), 3));
        assertThat(changed).hasValueSatisfying(added -> {
            assertThat(added.posts()).containsExactly(touched(100, 10, 7, true));
            assertThat(added.boards()).containsExactly(1L);
            assertThat(added.users()).containsExactly(7L);
            assertThat(added.observedAt()).isEqualTo(seen(1));
        });
    }

    @Test
    void announcesNothingWhenNothingChanged() {
        forum.write(board(1, "Board", 1), thread(10, 1, 2), post(100, 10, user(7, "anna"), 3), profile(7, "anna", 4));
        assertThat(forum.write(
                        board(1, "Board", 1),
                        thread(10, 1, 2),
                        post(100, 10, user(7, "anna"), 3),
                        profile(7, "anna", 4)))
                .as("the same again")
                .isEmpty();
        assertThat(forum.write(
                        board(1, "Board", 11),
                        thread(10, 1, 12),
                        post(100, 10, user(7, "anna"), 13),
                        profile(7, "anna", 14)))
                .as("seen again later")
                .isEmpty();
        assertThat(forum.rows("SELECT observed_at = '" + seen(13) + "' FROM forum.posts"))
                .containsExactly("t");
    }

    /** It counts nowhere, but an answer that shows it must not be kept. */
    @Test
    void announcesAProfileThatShowsSomethingElseWithoutNamingIt() {
        forum.write(post(100, 10, user(7, "anna"), 3), profile(7, "anna", 4));
        var changed = forum.write(new ProfileObserved(
                7, "anna", null, null, null, AccountState.LOCKED, null, null, List.of("gruen"), true, true, seen(5)));
        assertThat(changed).hasValueSatisfying(announced -> {
            assertThat(announced.posts()).isEmpty();
            assertThat(announced.users()).isEmpty();
            assertThat(announced.observedAt()).isEqualTo(seen(5));
        });
    }

    @Test
    void anOlderObservationChangesNothing() {
        forum.write(
                board(1, "New", 10),
                thread(10, 2, 10),
                post(100, 11, user(7, "new"), null, "new", 10),
                profile(8, "new", 10));
        assertThat(forum.write(
                        board(1, "Old", 1),
                        thread(10, 1, 1),
                        post(100, 10, user(7, "old"), null, "old", 1),
                        profile(8, "old", 1)))
                .isEmpty();
        assertThat(forum.rows("SELECT name FROM forum.boards")).containsExactly("New");
        assertThat(forum.rows("SELECT bid FROM forum.threads")).containsExactly("2");
        assertThat(forum.rows(POSTS)).containsExactly("100 11 f new");
        assertThat(forum.rows(USERS)).containsExactly("7 new {}", "8 new {}");
    }

    @Test
    void ofSeveralObservationsInABatchTheLatestHolds() {
        forum.write(
                post(100, 10, user(7, "anna"), null, "first", 1),
                post(100, 10, user(7, "anna"), null, "third", 3),
                post(100, 10, user(7, "anna"), null, "second", 2));
        assertThat(forum.rows(POSTS)).containsExactly("100 10 f third");
    }

    @Test
    void aVanishedPostIsGoneInEitherOrder() {
        forum.write(post(100, 10, user(7, "anna"), 1));
        assertThat(forum.write(vanished(100, 10, 2)).map(ForumChanged::posts))
                .contains(List.of(touched(100, 10, 7, false)));
        forum.write(vanished(101, 10, 2));
        forum.write(post(101, 10, user(7, "anna"), 1));
        assertThat(forum.rows(POSTS)).containsExactly("100 10 t Text von 100", "101 10 t Text von 101");
        assertThat(forum.rows(USERS)).as("nothing says the name any more").isEmpty();
    }

    @Test
    void aPostSeenAgainIsBack() {
        forum.write(post(100, 10, user(7, "anna"), 1), vanished(100, 10, 2));
        assertThat(forum.write(post(100, 10, user(7, "anna"), 3))).isPresent();
        assertThat(forum.rows(POSTS)).containsExactly("100 10 f Text von 100");
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}");
    }

    @Test
    void aPostThatMovedToAnotherThreadIsAliveThere() {
        forum.write(post(100, 10, user(7, "anna"), 1));
        var moved = forum.write(post(100, 11, user(7, "anna"), 2));
        assertThat(moved.map(ForumChanged::posts))
                .contains(List.of(touched(100, 10, 7, false), touched(100, 11, 7, false)));
        assertThat(forum.write(vanished(100, 10, 3))).isEmpty();
        assertThat(forum.rows(POSTS)).containsExactly("100 11 f Text von 100");
    }

    @Test
    void aThreadThatAppearsAfterItsPostsIsAnnounced() {
        forum.write(post(100, 10, user(7, "anna"), 1));
        assertThat(forum.write(thread(10, 1, 2)).map(ForumChanged::movedThreads))
                .contains(List.of(10L));
    }

    @Test
    void aThreadThatAppearsWithItsPostsNeedsNoAnnouncementOfItsOwn() {
        var changed = forum.write(post(100, 10, user(7, "anna"), 1), thread(10, 1, 2));
        assertThat(changed.map(ForumChanged::movedThreads)).contains(List.of());
    }

    @Test
    void aThreadThatMovesOrGoesIsAnnounced() {
        forum.write(thread(10, 1, 1), post(100, 10, user(7, "anna"), 1));
        assertThat(forum.write(thread(10, 2, 2)).map(ForumChanged::movedThreads))
                .contains(List.of(10L));
        assertThat(forum.write(thread(10, 2, true, 3)).map(ForumChanged::movedThreads))
                .contains(List.of(10L));
        assertThat(forum.write(thread(10, 2, true, 4))).isEmpty();
    }

    @Test
    void theNewestPostOrEditNamesAUser() {
        forum.write(post(100, 10, user(7, "anna"), 1), post(300, 10, user(7, "Anna2"), 2));
        forum.write(post(200, 10, user(7, "anna"), edit(user(7, "Anna3"), 400), "edited", 3));
        assertThat(forum.rows(USERS)).containsExactly("7 Anna3 {anna,Anna2}");
    }

    @Test
    void aRenameBackToAnEarlierNameMakesItTheNameAgain() {
        forum.write(post(100, 10, user(7, "anna"), 1));
        forum.write(post(200, 10, user(7, "Anna2"), 2));
        assertThat(forum.rows(USERS)).containsExactly("7 Anna2 {anna}");
        assertThat(forum.write(post(300, 10, user(7, "anna"), 3)).map(ForumChanged::users))
                .contains(List.of(7L));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {Anna2}");
    }

    @Test
    void ofTwoPostsOfTheSameSecondTheLaterPidNamesTheUser() {
        var newer = postAt(300, 101, "Newer");
        var older = postAt(300, 100, "Older");
        forum.write(newer);
        forum.write(older);
        assertThat(forum.rows(USERS)).containsExactly("7 Newer {Older}");
        forum.clear();
        forum.write(older, newer);
        assertThat(forum.rows(USERS)).containsExactly("7 Newer {Older}");
        forum.write(vanished(101, 10, 2));
        assertThat(forum.rows(USERS)).containsExactly("7 Older {}");
    }

    private static PostObserved postAt(long second, long pid, String name) {
        var post = post(pid, 10, user(7, name), 1);
        return new PostObserved(
                pid, 10, post.poster(), written(second), 0, null, null, null, "", "", false, post.observedAt());
    }

    @Test
    void aPostWithoutANameSaysNothingAboutIt() {
        forum.write(post(100, 10, user(7, "anna"), 1), post(200, 10, user(7, ""), 1));
        forum.write(post(300, 10, user(9, ""), edit(user(7, ""), 400), "edited", 2));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}");
        forum.write(profile(9, "", 3));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}");
    }

    @Test
    void guestsAreOneUserWithTheNamesTheyGave() {
        forum.write(post(100, 10, user(0, "Gast1"), 1), post(200, 10, user(0, ""), 1));
        assertThat(forum.rows("SELECT pid, uid FROM forum.posts ORDER BY pid")).containsExactly("100 0", "200 0");
        assertThat(forum.rows(USERS)).containsExactly("0 Gast1 {}");
    }

    @Test
    void aModeratorIsKnownFromAnEditAlone() {
        forum.write(post(100, 10, user(7, "anna"), edit(user(8, "mod"), 150), "edited", 1));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}", "8 mod {}");
        assertThat(forum.rows("SELECT group_id FROM forum.posts")).containsExactly("null");
    }

    @Test
    void aRenamedThreadIsAnnounced() {
        var first = forum.write(thread(10, 1, 1));
        assertThat(first.map(ForumChanged::renamedThreads)).contains(List.of(10L));
        assertThat(forum.write(thread(10, 1, 2))).isEmpty();
        var renamed = forum.write(titled("Neu", "", List.of("a \"b\"", "c\\d"), 3));
        assertThat(renamed.map(ForumChanged::renamedThreads)).contains(List.of(10L));
        assertThat(renamed.map(ForumChanged::movedThreads)).contains(List.of());
        var subtitled = forum.write(titled("Neu", "mit Untertitel", List.of("a \"b\"", "c\\d"), 4));
        assertThat(subtitled.map(ForumChanged::renamedThreads)).contains(List.of(10L));
        var tagged = forum.write(titled("Neu", "mit Untertitel", List.of("Salat"), 5));
        assertThat(tagged.map(ForumChanged::renamedThreads)).contains(List.of(10L));
        assertThat(forum.write(titled("Alt", "", List.of(), 2))).isEmpty();
    }

    private static ThreadObserved titled(String title, String subtitle, List<String> tags, long seen) {
        return new ThreadObserved(
                10, 1, title, subtitle, false, false, false, false, false, seen, 0, tags, false, seen(seen));
    }

    @Test
    void aNewerEditTakesTheOlderOnesNameAway() {
        forum.write(post(100, 10, user(7, "anna"), edit(user(8, "mod"), 150), "edited", 1));
        var changed = forum.write(post(100, 10, user(7, "anna"), edit(user(9, "admin"), 160), "edited", 2));
        assertThat(changed.map(ForumChanged::users)).contains(List.of(8L, 9L));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}", "9 admin {}");
    }

    @Test
    void aNameEndsAtTheLastPostThatStillHasIt() {
        forum.write(
                post(100, 10, user(7, "anna"), 1),
                post(150, 10, user(7, "Anna2"), 1),
                post(200, 10, user(7, "anna"), 1),
                post(300, 10, user(7, "anna"), 1));
        forum.write(vanished(300, 10, 2));
        assertThat(forum.rows("SELECT first_at = '" + written(100) + "', last_at = '" + written(200)
                        + "' FROM forum.user_names WHERE name = 'anna'"))
                .containsExactly("t t");
        forum.write(vanished(200, 10, 2));
        assertThat(forum.rows(USERS)).containsExactly("7 Anna2 {anna}");
    }

    @Test
    void aProfileNamesOnlyUsersThatNothingElseNames() {
        forum.write(profile(7, "Profile7", 1), profile(8, "Profile8", 1));
        assertThat(forum.rows(USERS)).containsExactly("7 Profile7 {}", "8 Profile8 {}");
        forum.write(post(100, 10, user(7, "anna"), 2));
        assertThat(forum.rows(USERS)).containsExactly("7 anna {}", "8 Profile8 {}");
        forum.write(vanished(100, 10, 3));
        assertThat(forum.rows(USERS)).containsExactly("7 Profile7 {}", "8 Profile8 {}");
    }

    @Test
    void contentLengthCountsCodePoints() {
        forum.write(post(100, 10, user(7, "anna"), null, "Grüße 😀", 1));
        assertThat(forum.rows("SELECT content_length FROM forum.posts")).containsExactly("7");
    }

    @Test
    void aBatchReadFromAnotherPositionIsFenced() {
        var start = forum.read(TestTables.PARTITION).nextOffset();
        var zombie = new Advance(TestTables.PARTITION, start + 1, start + 2);
        assertThatThrownBy(() -> forum.write(zombie, List.of(post(100, 10, user(7, "anna"), 1))))
                .isInstanceOf(FencedException.class);
        assertThat(forum.rows(POSTS)).isEmpty();
        assertThat(forum.read(TestTables.PARTITION).nextOffset()).isEqualTo(start);
    }

    @Test
    void keepsTheAnnouncementWithThePositionUntilTheNextBatch() {
        var changed = forum.write(post(100, 10, user(7, "anna"), 1));
        assertThat(Optional.ofNullable(forum.read(TestTables.PARTITION).announcement()))
                .isPresent()
                .isEqualTo(changed);
        forum.write(post(100, 10, user(7, "anna"), 1));
        assertThat(forum.read(TestTables.PARTITION).announcement()).isNull();
    }

    private static TouchedPost touched(long pid, long tid, long uid, boolean added) {
        return new TouchedPost(pid, tid, uid, written(pid).getEpochSecond(), added);
    }

    /** Made while the tables were empty, it would read all of a table for each row of a later batch. */
    @Test
    void noPlanIsKept() {
        for (int batch = 0; batch < 10; batch++) {
            var events = new ArrayList<ForumEvent>();
            for (int i = 0; i < 250; i++) {
                long tid = 250L * batch + i + 1;
                events.add(thread(tid, 1, 1));
                events.add(post(tid, tid, user(7, "anna"), 1));
            }
            forum.write(events);
        }
        assertThat(forum.executions("custom_plans")).isPositive();
        assertThat(forum.executions("generic_plans")).isZero();
    }
}
