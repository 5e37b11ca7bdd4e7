package potstats2.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.analytics.rollup.RecomputationProgress;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.events.CrawlBoard;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.servers.PostgresAddress;
import potstats2.servers.PostgresServer;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.simulator.forum.Dice;
import potstats2.standalone.Standalone;
import potstats2.standalone.progress.CrawlWatch;
import potstats2.standalone.progress.OnePass;

/** A forum in which thousands of things happen by chance while it is read: in the end everything is as the forum shows it. */
class LongLifeIT {
    private static final Logger LOG = LoggerFactory.getLogger(LongLifeIT.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int ROUNDS = 12;
    private static final int EVENTS_A_ROUND = 250;

    @TempDir
    private Path data;

    @Test
    void everyPostIsWhereTheForumShowsItAndEveryNumberIsRight() throws Exception {
        var seed = Long.getLong("test.seed", 11);
        LOG.info("Seed {} (-Dtest.seed=…)", seed);
        var options =
                SimulatorOptions.defaults().withPosts(3_000).withSeed(seed).withOddities(true);
        try (var simulator = ForumSimulator.start(options)) {
            var port = freePort();
            try (var system = new Standalone(settings(simulator, port))) {
                system.start();
                var analysed = new OnePass(system.crawl(), system.kafka(), URI.create("http://127.0.0.1:" + port));
                analysed.await();

                live(simulator, system.crawl(), new Dice(seed, Dice.Purpose.TRAFFIC, 0));
                crawlFully(system.kafka());
                analysed.await();

                assertThat(stored()).containsExactlyInAnyOrderElementsOf(shown(simulator));
                new OracleComparison(new ApiClient(port), simulator.forum()).everyAnswerIsExact();
                everyNumberIsRight();
            }
        }
    }

    private static void live(ForumSimulator simulator, CrawlWatch crawl, Dice dice) {
        for (var round = 0; round < ROUNDS; round++) {
            for (var event = 0; event < EVENTS_A_ROUND; event++) {
                LOG.debug("{}", simulator.forum().anythingHappens(dice));
            }
            var begun = passes(crawl);
            await().atMost(TIMEOUT).until(() -> passes(crawl) > begun + 1);
        }
    }

    private static int passes(CrawlWatch crawl) {
        return crawl.last().orElseThrow().pass();
    }

    private static void crawlFully(String kafka) throws Exception {
        var codec = new EventCodec();
        var everything = new CrawlBoard(null, true);
        var record = new ProducerRecord<>(Topic.COMMANDS.name(), "all", codec.encode(everything));
        codec.headersOf(everything).forEach(record.headers()::add);
        try (var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", kafka, "max.in.flight.requests.per.connection", 1),
                        new StringSerializer(),
                        new ByteArraySerializer());
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            var sent = producer.send(record).get();
            var partition = new TopicPartition(sent.topic(), sent.partition());
            await().atMost(TIMEOUT).until(() -> {
                var done = admin.listConsumerGroupOffsets("crawler")
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                return done != null && done.offset() > sent.offset();
            });
        }
    }

    private static Set<String> shown(ForumSimulator simulator) {
        return simulator
                .forum()
                .posts()
                .map(post -> Topic.keyOfPost(post.tid(), post.pid()))
                .collect(Collectors.toSet());
    }

    private Set<String> stored() throws SQLException {
        var database = database();
        var keys = new HashSet<String>();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT tid, pid FROM forum.posts WHERE NOT gone")) {
            while (rows.next()) {
                keys.add(Topic.keyOfPost(rows.getLong("tid"), rows.getLong("pid")));
            }
        }
        return keys;
    }

    private void everyNumberIsRight() {
        var database = database();
        assertThat(RollupVerification.of(database.jdbcUrl(), database.user(), database.password())
                        .runBesideRefreshes(Duration.ofSeconds(5), RecomputationProgress.UNWATCHED))
                .isEmpty();
    }

    private PostgresAddress database() {
        return PostgresServer.running(data.resolve("postgres")).orElseThrow();
    }

    private Map<String, Object> settings(ForumSimulator simulator, int port) {
        return Map.of(
                "potstats2.crawler.forum-url",
                simulator.forumUrl(),
                "potstats2.crawler.profile-url",
                simulator.profileUrl(),
                "potstats2.crawler.request-delay",
                "0ms",
                "potstats2.crawler.pass-interval",
                "300ms",
                "potstats2.crawler.sweep-interval",
                "10s",
                "potstats2.crawler.sweep-share",
                "10",
                "potstats2.standalone.data-dir",
                data.toString(),
                "potstats2.standalone.api-port",
                port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
