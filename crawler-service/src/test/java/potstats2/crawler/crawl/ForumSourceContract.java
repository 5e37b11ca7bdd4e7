package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.simulator.forum.SimulatedPost;
import potstats2.simulator.forum.SimulatedThread;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/**
 * What a crawl owes to whoever reads its topics, whatever software the forum runs: every source has a subclass that serves a
 * made-up forum as that software would.
 */
@RealServers(Server.KAFKA)
abstract class ForumSourceContract {

    private static final int POSTS = 1_500;
    private static final int KILLS = 7;
    /** Everything is due for another look at once. */
    private static final Map<String, Object> SWEEPING =
            Map.of("sweep-interval", "0s", "sweep-share", 10, "reread-share", 0);

    private String kafka = "";
    private @Nullable ServedForum served;

    /**
     * Serves a forum.
     *
     * @param odd whether with all that the software does to its clients beyond what is said of it
     */
    abstract ServedForum serve(int posts, long seed, boolean odd);

    @BeforeEach
    void emptyTopics(Servers servers) {
        servers.deleteTopics();
        kafka = servers.kafka();
    }

    @AfterEach
    void closeForum() {
        forum().close();
    }

    private ServedForum forum() {
        return Objects.requireNonNull(served);
    }

    private void crawl(Map<String, Object> settings) {
        try (var crawler = start(settings)) {
            crawler.awaitPasses(1);
        }
    }

    private TestCrawler start(Map<String, Object> settings) {
        var all = new HashMap<>(forum().settings());
        all.putAll(settings);
        return TestCrawler.start(kafka, all, Clock.systemUTC());
    }

    private void serveAndCrawl(int posts, long seed) {
        served = serve(posts, seed, false);
        crawl(Map.of());
    }

    private void assertEverythingIsPublished() {
        ForumAssert.assertSame(PublishedForum.read(kafka), forum().forum());
    }

    private SimulatedThread some(Predicate<SimulatedThread> wanted) {
        return forum().forum().threads().filter(wanted).findFirst().orElseThrow();
    }

    private List<SimulatedPost> posts(long tid) {
        return forum().forum().posts().filter(post -> post.tid() == tid).toList();
    }

    private SimulatedThread longerThan(int posts) {
        return some(thread -> posts(thread.tid()).size() > posts);
    }

    @Test
    void aFirstCrawlReadsEverythingAndTheNextAsksForTheListsAlone() {
        serveAndCrawl(POSTS, 3);
        assertEverythingIsPublished();

        var before = forum().requests();
        crawl(Map.of());

        assertThat(forum().requests() - before)
                .isLessThanOrEqualTo(forum().forum().truth().boards() + 1L);
    }

    @Test
    void newPostsAndThreadsAreFound() {
        serveAndCrawl(POSTS, 3);
        forum().forum().newPost(some(thread -> !thread.closed()).tid());
        forum().forum().newThread(forum().forum().boards().get(0).bid());

        crawl(Map.of());

        assertEverythingIsPublished();
    }

    @Test
    void editsAndDeletionsThatNoListNamesAreFoundByASweep() {
        serveAndCrawl(POSTS, 3);
        var posts = posts(longerThan(70).tid());
        forum().forum().deletePost(posts.get(3).pid());
        forum().forum().makeInvisible(posts.get(35).pid());
        forum().forum().hidePost(posts.get(40).pid());
        forum().forum().editPost(posts.get(0).pid(), "ganz anders");
        forum().forum().deletePost(posts.get(posts.size() - 1).pid());

        crawl(SWEEPING);

        assertEverythingIsPublished();
    }

    /** A post in a thread that was split or moved is alive where it stands now. */
    @Test
    void postsAreFollowedIntoAThreadThatWasSplitOffAndThreadsIntoAnotherBoard() {
        serveAndCrawl(POSTS, 3);
        var split = longerThan(40);
        var posts = posts(split.tid());
        var moved = some(thread -> !thread.sticky() && !thread.global() && thread.tid() != split.tid());
        var target = forum().forum().boards().stream()
                .filter(board -> board.bid() != moved.bid())
                .findFirst()
                .orElseThrow();
        forum().forum().splitThread(split.tid(), posts.get(posts.size() / 2).pid());
        forum().forum().moveThread(moved.tid(), target.bid());

        crawl(Map.of());
        crawl(SWEEPING);

        assertEverythingIsPublished();
    }

    @Test
    void odditiesAndFaultsLoseNothing() {
        served = serve(6_000, 11, true);
        forum().faulty(true);
        crawl(Map.of());
        forum().faulty(false);
        crawl(Map.of());

        assertEverythingIsPublished();
    }

    /** Threads that moved below others that are read already are found all the same. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aCrawlKilledAtRandomPointsLeavesNoHole(long seed) {
        var random = new Random(seed);
        serveAndCrawl(2_500, seed);
        for (var kill = 0; kill < KILLS; kill++) {
            var threads =
                    forum().forum().threads().filter(thread -> !thread.closed()).toList();
            for (var i = 0; i < 60; i++) {
                forum().forum()
                        .newPost(threads.get(random.nextInt(threads.size())).tid());
            }
            var crawler = start(Map.of());
            var point = forum().requests() + 1 + random.nextInt(60);
            TestCrawler.await(() -> forum().requests() >= point || crawler.status.passesCompleted() > 0);
            crawler.kill();
        }
        crawl(Map.of());

        assertEverythingIsPublished();
    }
}
