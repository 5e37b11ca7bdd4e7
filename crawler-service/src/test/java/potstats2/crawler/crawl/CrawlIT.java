package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import potstats2.events.CrawlBoard;
import potstats2.events.PostVanished;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.SimulatorOptions;
import potstats2.simulator.forum.Access;
import potstats2.simulator.forum.SimulatedPost;
import potstats2.simulator.forum.SimulatedThread;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.KAFKA)
class CrawlIT {

    /** Posts on a page of a thread. */
    private static final int PAGE = 30;

    private static final SimulatorOptions SMALL =
            SimulatorOptions.defaults().withPosts(1_500).withSeed(3);
    /** Everything is due for another look at once. */
    private static final Map<String, Object> SWEEPING =
            Map.of("sweep-interval", "0s", "sweep-share", 10, "reread-share", 0);

    private String kafka = "";

    @BeforeEach
    void emptyTopics(Servers servers) {
        servers.deleteTopics();
        kafka = servers.kafka();
    }

    /** The original needed 2,203 requests for the first crawl of such a forum, and 260 for one in which nothing was new. */
    @Test
    void readsAForumWithFewRequestsAndThenWhatIsNewOnly() {
        try (var simulator = ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(20_000).withSeed(7))) {
            TestCrawler.once(simulator.forumUrl(), kafka);

            var first = simulator.requests();
            assertThat(first.total() - first.of(Kind.PROFILE)).isLessThanOrEqualTo(1_900);
            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);

            simulator.requests().reset();
            TestCrawler.once(simulator.forumUrl(), kafka);
            assertThat(simulator.requests().total()).isEqualTo(simulator.truth().boards() + 1L);
        }
    }

    @Test
    void noThreadPageIsAskedForTwiceInAFirstCrawl() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);

            var pages = PublishedForum.checkpointsOfPages(kafka);
            assertThat(pages).doesNotHaveDuplicates();
            assertThat(simulator.requests().of(Kind.THREAD)).isEqualTo(pages.size());
        }
    }

    @Test
    void findsNewPostsAndThreadsInTheNextPass() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            simulator.requests().reset();
            forum.newPost(some(simulator, thread -> !thread.sticky() && !thread.global())
                    .tid());
            forum.newThread(forum.boards().get(0).bid());

            TestCrawler.once(simulator.forumUrl(), kafka);

            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
            assertThat(simulator.requests().of(Kind.THREAD)).isLessThanOrEqualTo(4);
            assertThat(simulator.requests().of(Kind.TAGS)).isEqualTo(1);
        }
    }

    /** The last post that was known vanished: what follows it must still be found. */
    @Test
    void findsPostsAfterTheLastKnownOneVanished() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            for (var size : List.of(1, PAGE - 1, PAGE, PAGE + 1)) {
                var thread = some(simulator, any -> posts(simulator, any.tid()).size() > size);
                var posts = posts(simulator, thread.tid());
                forum.newPost(thread.tid());
                forum.deletePost(posts.get(posts.size() - 1).pid());
            }

            TestCrawler.once(simulator.forumUrl(), kafka);

            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    @Test
    void aThreadThatGrewBeyondAFullPageIsReadToItsEnd() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var forum = simulator.forum();
            var thread = some(simulator, any -> !any.closed());
            while (posts(simulator, thread.tid()).size() % PAGE != 0) {
                forum.newPost(thread.tid());
            }
            TestCrawler.once(simulator.forumUrl(), kafka);
            for (var i = 0; i < PAGE + 1; i++) {
                forum.newPost(thread.tid());
            }

            TestCrawler.once(simulator.forumUrl(), kafka);

            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    @Test
    void seesThreadsGoAndComeBack() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            var threads = forum.threads().limit(3).toList();
            forum.deleteThread(threads.get(0).tid());
            forum.setAccess(threads.get(1).tid(), Access.HIDDEN);
            forum.setAccess(threads.get(2).tid(), Access.NO_ACCESS);

            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);

            var published = PublishedForum.read(kafka);
            assertThat(published.visibleThreads())
                    .doesNotContain(threads.get(0).tid(), threads.get(1).tid())
                    .as("not readable is not the same as gone")
                    .contains(threads.get(2).tid());

            forum.setAccess(threads.get(1).tid(), Access.READABLE);
            forum.setAccess(threads.get(2).tid(), Access.READABLE);
            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);
            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    @Test
    void aHiddenThreadThatIsListedAsUsualIsReadWithinTenMinutesOfItsReturn() {
        var clock = new MovedClock();
        var settings = Map.<String, Object>of("schedule", "continuous", "pass-interval", "50ms", "sweep-share", 0);
        try (var simulator = ForumSimulator.start(SMALL);
                var crawler = TestCrawler.start(simulator.forumUrl(), kafka, settings, clock)) {
            crawler.awaitPasses(1);
            var thread = some(simulator, any -> !any.closed() && !any.sticky());
            simulator.forum().newPost(thread.tid());
            simulator.forum().setAccess(thread.tid(), Access.HIDDEN);
            TestCrawler.await(() -> !PublishedForum.read(kafka).visibleThreads().contains(thread.tid()));
            for (var i = 0; i < 7; i++) {
                clock.move(Duration.ofMinutes(10));
                crawler.awaitPasses(crawler.status.passesCompleted() + 2);
            }
            simulator.requests().reset();
            crawler.awaitPasses(crawler.status.passesCompleted() + 2);
            assertThat(simulator.requests().of(Kind.THREAD))
                    .as("not in every pass")
                    .isZero();

            simulator.forum().setAccess(thread.tid(), Access.READABLE);
            clock.move(Duration.ofMinutes(10));

            crawler.awaitPasses(crawler.status.passesCompleted() + 2);
            assertThat(PublishedForum.read(kafka).visibleThreads()).contains(thread.tid());
            // Its tags are asked for between passes.
            TestCrawler.awaitAsserted(() -> ForumAssert.assertSame(PublishedForum.read(kafka), simulator));
        }
    }

    @Test
    void seesThreadsMoveAndBeRenamedByTheirListEntryAlone() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            var thread = some(simulator, any -> !any.sticky() && !any.global());
            var target = forum.boards().stream()
                    .filter(board -> board.bid() != thread.bid())
                    .findFirst()
                    .orElseThrow();
            forum.newPost(thread.tid());
            TestCrawler.once(simulator.forumUrl(), kafka);
            simulator.requests().reset();
            forum.moveThread(thread.tid(), target.bid());
            forum.closeThread(thread.tid());

            TestCrawler.once(simulator.forumUrl(), kafka);

            assertThat(simulator.requests().of(Kind.THREAD)).isZero();
            var published =
                    Objects.requireNonNull(PublishedForum.read(kafka).threads.get(thread.tid()));
            assertThat(published.bid()).isEqualTo(target.bid());
            assertThat(published.closed()).isTrue();
        }
    }

    /** Of a compacted topic only the newest record of each key is left: what it says of the old thread must be true. */
    @Test
    void aPostThatMovedAndThenVanishedIsGoneFromACompactedTopicToo() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            var thread = some(simulator, any -> posts(simulator, any.tid()).size() > 70);
            var posts = posts(simulator, thread.tid());
            forum.splitThread(thread.tid(), posts.get(5).pid());
            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);
            forum.deletePost(posts.get(6).pid());
            forum.deletePost(posts.get(40).pid());

            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);

            ForumAssert.assertSame(PublishedForum.readCompacted(kafka), simulator);
        }
    }

    @Test
    void aFullPassFindsThreadsThatNoListShowsAnyMore() {
        try (var simulator = ForumSimulator.start(SMALL);
                var crawler = TestCrawler.start(simulator.forumUrl(), kafka, Map.of("sweep-share", 0))) {
            crawler.awaitPasses(1);
            simulator.forum().deleteThread(some(simulator, any -> !any.sticky()).tid());

            crawler.commands.add(new CrawlBoard(null, true), () -> {});
            crawler.awaitPasses(2);

            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    @Test
    void aSweepOfAnUnchangedForumPublishesNothing() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var before = PublishedForum.read(kafka).events.size();

            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);

            assertThat(PublishedForum.read(kafka).events.size() - before)
                    .as("boards are published again by every process")
                    .isEqualTo(simulator.truth().boards());
        }
    }

    /** When one post vanishes all later ones move: none of them has vanished. */
    @Test
    void neverTakesAPostThatMovedToAnotherPageForOneThatVanished() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);
            var forum = simulator.forum();
            var thread = some(simulator, any -> posts(simulator, any.tid()).size() > 90);
            var first = posts(simulator, thread.tid()).get(1).pid();
            forum.deletePost(first);
            forum.newPost(thread.tid());

            TestCrawler.once(simulator.forumUrl(), kafka);

            var gone = PublishedForum.read(kafka).events.stream()
                    .filter(PostVanished.class::isInstance)
                    .toList();
            assertThat(gone).as("a sweep will find it").isEmpty();
            TestCrawler.once(simulator.forumUrl(), kafka, SWEEPING);
            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    /** A user who returns to an earlier name is seen under each name in its time. */
    @Test
    void seesARenameBackToAnEarlierName() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var forum = simulator.forum();
            var thread = some(simulator, any -> !any.closed());
            var uid = forum.newUser("Anna");
            var pids = new ArrayList<Long>();
            for (var name : List.of("Anna", "Berta", "Anna")) {
                forum.renameUser(uid, name);
                pids.add(forum.newPost(thread.tid(), uid, "Hallo"));
            }

            TestCrawler.once(simulator.forumUrl(), kafka);

            var published = PublishedForum.read(kafka);
            assertThat(pids.stream()
                            .map(pid -> Objects.requireNonNull(published.posts.get(pid))
                                    .poster()
                                    .name()))
                    .containsExactly("Anna", "Berta", "Anna");
        }
    }

    @Test
    void readsEachProfileOnce() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            TestCrawler.once(simulator.forumUrl(), kafka);

            assertThat(simulator.requests().of(Kind.PROFILE))
                    .isGreaterThanOrEqualTo(simulator.truth().users());
            assertThat(PublishedForum.read(kafka).profiles.keySet())
                    .hasSizeGreaterThan(simulator.truth().users() * 9 / 10);
            simulator.requests().reset();
            TestCrawler.once(simulator.forumUrl(), kafka);
            assertThat(simulator.requests().of(Kind.PROFILE)).isZero();
        }
    }

    @Test
    void crawlsOnlyTheBoardsChosen() {
        try (var simulator = ForumSimulator.start(SMALL)) {
            var board = simulator.forum().boards().stream()
                    .filter(any -> any.threads() > 3)
                    .findFirst()
                    .orElseThrow();

            TestCrawler.once(simulator.forumUrl(), kafka, Map.of("boards", board.bid()));

            assertThat(simulator.requests().of(Kind.BOARD)).isLessThanOrEqualTo(3);
            assertThat(PublishedForum.read(kafka).threads.values())
                    .isNotEmpty()
                    .allMatch(thread -> thread.bid() == board.bid());
        }
    }

    @Test
    void keepsUpWithALivingForum() {
        try (var simulator = ForumSimulator.start(SMALL);
                var crawler = TestCrawler.start(
                        simulator.forumUrl(), kafka, Map.of("schedule", "continuous", "pass-interval", "100ms"))) {
            crawler.awaitPasses(1);
            var pid = simulator
                    .forum()
                    .newPost(some(simulator, any -> !any.closed()).tid());

            crawler.awaitPasses(crawler.status.passesCompleted() + 2);

            assertThat(PublishedForum.read(kafka).posts).containsKey(pid);
        }
    }

    @Test
    void goesOnWhenTheBrokerWasAway(Servers servers) {
        try (var simulator = ForumSimulator.start(SMALL);
                var crawler = TestCrawler.start(simulator.forumUrl(), kafka, Map.of("request-delay", "2ms"))) {
            TestCrawler.await(() -> crawler.status.posts() > 200);
            servers.restartKafka();
            crawler.awaitPasses(1);

            ForumAssert.assertSame(PublishedForum.read(kafka), simulator);
        }
    }

    private static SimulatedThread some(ForumSimulator simulator, Predicate<SimulatedThread> wanted) {
        return simulator
                .forum()
                .threads()
                .filter(thread -> thread.access() == Access.READABLE)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static List<SimulatedPost> posts(ForumSimulator simulator, long tid) {
        return simulator.forum().posts().filter(post -> post.tid() == tid).toList();
    }
}
