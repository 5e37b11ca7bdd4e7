package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.Oracle;
import potstats2.api.forum.StatsTables;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** How the whole system is doing, as operators see it. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class StatusIT {
    private static final GeneratedForum forum = GeneratedForum.ofSeed(3);

    @Test
    void tellsWhatIsStoredLaggingAndCrawled(Servers servers) throws Exception {
        servers.deleteTopics();
        var database = servers.newDatabase();
        var tables = StatsTables.create(database);
        tables.fill(forum);
        tables.execute("INSERT INTO forum.positions VALUES ('forum.boards', 0, 2, NULL)");
        createTopics(servers, Topic.BOARDS, Topic.CHANGES, Topic.BOARDS.deadLetters(), Topic.PROGRESS);
        try (var producer = producer(servers);
                var api = RunningApi.start(database, Map.of("spring.kafka.bootstrap-servers", servers.kafka()))) {
            send(producer, Topic.BOARDS.name(), "any", 5);
            send(producer, Topic.CHANGES.name(), "any", 4);
            send(producer, Topic.BOARDS.deadLetters().name(), "any", 3);
            say(producer, CrawlProgressed.State.CRAWLING);
            await().untilAsserted(() -> {
                var status = api.json("/actuator/status");
                assertThat(status.get("crawl").get("state").stringValue()).isEqualTo("crawling");
                assertThat(status.get("crawl").get("posts").get("done").longValue())
                        .isEqualTo(512);
                assertThat(status.get("lag").get("ingest").longValue()).isEqualTo(3);
                assertThat(status.get("lag").get("analytics").longValue()).isEqualTo(4);
                assertThat(status.get("deadLetters").longValue()).isEqualTo(3);
            });
            say(producer, CrawlProgressed.State.IDLE);
            await().untilAsserted(() -> assertThat(api.json("/actuator/status")
                            .get("crawl")
                            .get("state")
                            .stringValue())
                    .isEqualTo("idle"));
            var status = api.json("/actuator/status");
            var oracle = new Oracle(forum);
            assertThat(status.get("posts").longValue()).isEqualTo(oracle.posts());
            assertThat(status.get("threads").longValue()).isEqualTo(oracle.threads());
            assertThat(status.get("users").longValue()).isEqualTo(oracle.users());
            assertThat(status.get("boards").longValue())
                    .isEqualTo(oracle.boards(0).size());
        }
    }

    @Test
    void withoutKafkaTellsTheRestInTime(Servers servers) throws Exception {
        var database = servers.newDatabase();
        StatsTables.create(database).fill(forum);
        try (var api = RunningApi.start(database, Map.of("potstats2.api.kafka-timeout", "500ms"))) {
            var asked = Instant.now();
            var status = api.json("/actuator/status");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(status.propertyNames()).containsExactlyInAnyOrder("posts", "threads", "boards", "users");
        }
    }

    private static void createTopics(Servers servers, Topic... topics) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafka()))) {
            var fresh = Arrays.stream(topics)
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                    .toList();
            admin.createTopics(fresh).all().get();
        }
    }

    private static KafkaProducer<String, byte[]> producer(Servers servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafka(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String value, int times)
            throws Exception {
        for (var i = 0; i < times; i++) {
            producer.send(new ProducerRecord<>(topic, 0, "1", value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void say(KafkaProducer<String, byte[]> producer, CrawlProgressed.State state) throws Exception {
        var codec = new EventCodec();
        var progress = new CrawlProgressed(
                "crawler-1",
                state,
                null,
                null,
                1,
                14L,
                new Progress(1, 10),
                new Progress(20, 662),
                new Progress(512, 20_000),
                48,
                9.5,
                281.25,
                120L,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
        var news = new ProducerRecord<>(Topic.PROGRESS.name(), 0, "14", codec.encode(progress));
        codec.headersOf(progress).forEach(news.headers()::add);
        producer.send(news).get();
    }
}
