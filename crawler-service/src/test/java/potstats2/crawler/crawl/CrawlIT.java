package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.RequestCounts.Kind;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.KAFKA)
class CrawlIT {

    private String kafka = "";

    @BeforeEach
    void emptyTopics(Servers servers) {
        servers.deleteTopics();
        kafka = servers.kafka();
    }

    @Test
    void readsAForumAsItIs() {
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
}
