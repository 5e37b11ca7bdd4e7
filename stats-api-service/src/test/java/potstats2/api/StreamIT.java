package potstats2.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import potstats2.api.forum.GeneratedForum;
import potstats2.api.forum.StatsTables;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;
import potstats2.events.Event;
import potstats2.events.EventCodec;
import potstats2.events.StatsRefreshed;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.Topic;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** What clients of the live stream hear of what the other services say. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class StreamIT {
    private static final GeneratedForum forum = GeneratedForum.ofSeed(4);
    private static final long BOARD = 14;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final EventCodec codec = new EventCodec();
    private PostgresAddress database;
    private Map<String, Object> settings;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void fill(Servers servers) throws Exception {
        servers.deleteTopics();
        database = servers.newDatabase();
        StatsTables.create(database).fill(forum);
        settings = Map.of("spring.kafka.bootstrap-servers", servers.kafka());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafka(), "max.in.flight.requests.per.connection", 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void saysWhatIsCrawledAndWhatIsNew() throws Exception {
        try (var api = RunningApi.start(database, settings)) {
            var response = stream(api, "");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
            var lines = follow(response);
            await().until(() -> lines.contains(": potstats2"));
            await().until(() -> !api.json("/actuator/status").path("lag").isMissingNode());
            say(Topic.PROGRESS, progress());
            await().until(() -> lines.contains("event: progress"));
            say(Topic.REFRESHED, refreshed(7, List.of(new BoardPosts(BOARD, 3), new BoardPosts(777_777, 1))));
            say(Topic.REFRESHED, refreshed(8, List.of()));
            await().until(() -> lines.contains("id: 1-2-0"));
            var name = nameOfBoard(api);
            assertThat(lines.stream().filter(line -> !line.isEmpty()))
                    .containsExactly(
                            ": potstats2",
                            "id: 1-0-0",
                            "event: progress",
                            "data: {\"state\":\"crawling\",\"pass\":2,\"board\":{\"bid\":%s,\"name\":\"%s\"},"
                                            .formatted(BOARD, name)
                                    + "\"boards\":{\"done\":1,\"total\":10},\"threads\":{\"done\":20,\"total\":662},"
                                    + "\"posts\":{\"done\":512,\"total\":20000},\"requests\":48,"
                                    + "\"requests_per_second\":9.5,\"posts_per_second\":281.25,\"seconds_left\":null,"
                                    + "\"started_at\":\"%1$s\",\"at\":\"%1$s\"}".formatted(now),
                            "id: 1-0-1",
                            "event: refreshed",
                            "data: {\"generation\":7,\"scopes\":[{\"year\":2004,\"bid\":%s}],".formatted(BOARD)
                                    + "\"observed_at\":null,\"at\":\"%s\"}".formatted(now),
                            "id: 1-1-0",
                            "event: posts",
                            "data: {\"boards\":[{\"bid\":%s,\"name\":\"%s\",\"posts\":3},".formatted(BOARD, name)
                                    + "{\"bid\":777777,\"name\":\"\",\"posts\":1}],\"at\":\"%s\"}".formatted(now),
                            "id: 1-2-0",
                            "event: refreshed",
                            "data: {\"generation\":8,\"scopes\":[{\"year\":2004,\"bid\":%s}],".formatted(BOARD)
                                    + "\"observed_at\":null,\"at\":\"%s\"}".formatted(now));
        }
    }

    @Test
    void restartedServiceKnowsWhatAClientMissed() throws Exception {
        try (var api = RunningApi.start(database, settings)) {
            await().until(() -> !api.json("/actuator/status").path("lag").isMissingNode());
        }
        say(Topic.PROGRESS, progress());
        say(Topic.REFRESHED, refreshed(7, List.of(new BoardPosts(BOARD, 3))));
        try (var api = RunningApi.start(database, settings)) {
            var all = follow(stream(api, "?last_event_id=0"));
            await().until(() -> all.contains("id: 1-1-0"));
            var rest = follow(stream(api, "?last_event_id=1-0-1"));
            await().until(() -> rest.contains("event: posts"));
            assertThat(rest).doesNotContain("event: refreshed", "event: progress");
            say(Topic.REFRESHED, refreshed(8, List.of()));
            await().until(() -> rest.contains("id: 1-2-0"));
        }
    }

    @Test
    void staysOpenAndQuietWithoutKafkaAndEndsWithTheService() throws Exception {
        List<String> lines;
        try (var api = RunningApi.start(database, Map.of("potstats2.api.stream.heartbeat", "50ms"))) {
            lines = follow(stream(api, ""));
            await().until(() -> lines.contains(": still here"));
        }
        await().until(() -> lines.contains("end"));
    }

    private static String nameOfBoard(RunningApi api) throws Exception {
        return api.json("/api/boards")
                .get("rows")
                .valueStream()
                .filter(row -> row.get("bid").longValue() == BOARD)
                .map(row -> row.get("name").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<Stream<String>> stream(RunningApi api, String query) throws Exception {
        return api.stream("/api/stream" + query);
    }

    private static List<String> follow(HttpResponse<Stream<String>> response) {
        var lines = new CopyOnWriteArrayList<String>();
        var reader = new Thread(() -> {
            try {
                response.body().forEach(lines::add);
            } finally {
                lines.add("end");
            }
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private void say(Topic topic, Event event) throws Exception {
        var news = new ProducerRecord<String, byte[]>(topic.name(), 0, "x", codec.encode(event));
        codec.headersOf(event).forEach(news.headers()::add);
        producer.send(news).get();
    }

    private CrawlProgressed progress() {
        return new CrawlProgressed(
                "crawler-1",
                CrawlProgressed.State.CRAWLING,
                null,
                null,
                2,
                BOARD,
                new Progress(1, 10),
                new Progress(20, 662),
                new Progress(512, 20_000),
                48,
                9.5,
                281.25,
                null,
                null,
                now,
                now);
    }

    private StatsRefreshed refreshed(long generation, List<BoardPosts> newPosts) {
        return new StatsRefreshed(generation, List.of(new StatsRefreshed.Scope(2004, BOARD)), newPosts, null, now);
    }
}
