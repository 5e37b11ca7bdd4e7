package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.KAFKA)
class KilledCrawlIT {

    private static final int KILLS = 7;
    /** 32 pages that were not acknowledged yet, and for each of 4 threads being read the page asked for and the last known. */
    private static final int REQUESTS_LOST_BY_A_KILL = 40;

    /** Also inside a long thread, between the acknowledgement of a page and its checkpoint, before the first page. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCrawlKilledAtRandomPointsLosesNothingAndReadsLittleAgain(long seed, Servers servers) {
        servers.deleteTopics();
        var random = new Random(seed);
        try (var simulator = ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(8_000).withSeed(seed))) {
            for (var kill = 0; kill < KILLS; kill++) {
                var crawler = TestCrawler.start(
                        simulator.forumUrl(), servers.kafka(), Map.of("in-flight", 1 + random.nextInt(4)));
                var point = simulator.requests().total() + 1 + random.nextInt(200);
                TestCrawler.await(() -> simulator.requests().total() >= point || crawler.status.passesCompleted() > 0);
                crawler.kill();
            }
            TestCrawler.once(simulator.forumUrl(), servers.kafka());

            ForumAssert.assertSame(PublishedForum.read(servers.kafka()), simulator);
            var pages = PublishedForum.checkpointsOfPages(servers.kafka()).stream()
                    .distinct()
                    .count();
            assertThat(simulator.requests().of(Kind.THREAD))
                    .isLessThanOrEqualTo(pages + KILLS * REQUESTS_LOST_BY_A_KILL);

            simulator.requests().reset();
            TestCrawler.once(simulator.forumUrl(), servers.kafka());
            assertThat(simulator.requests().total()).isEqualTo(simulator.truth().boards() + 1L);
        }
    }
}
