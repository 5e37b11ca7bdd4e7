package potstats2.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static potstats2.ingest.ForumFixtures.board;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.profile;
import static potstats2.ingest.ForumFixtures.thread;
import static potstats2.ingest.ForumFixtures.user;
import static potstats2.ingest.ForumFixtures.vanished;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import potstats2.events.ForumEvent;
import potstats2.events.Topic;
import potstats2.ingest.tables.Advance;
import potstats2.ingest.tables.Batch;
import potstats2.ingest.tables.ForumTables;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers({Server.POSTGRES, Server.KAFKA})
class IngestIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private Servers servers;
    private ForumDatabase database;
    private ForumTopics topics;
    private TopicContents contents;

    @BeforeEach
    void emptyServers(Servers given) {
        servers = given;
        servers.deleteTopics();
        database = new ForumDatabase(servers.newDatabase());
        topics = new ForumTopics(servers.kafka());
        contents = new TopicContents(servers.kafka());
    }

    @AfterEach
    void close() {
        topics.close();
        contents.close();
    }

    @Test
    void writesWhatTheTopicsSayAndTellsIt() {
        try (var ingest = RunningIngest.start(servers)) {
            topics.publish(board(1, "Board", 1), thread(10, 1, 2), post(100, 10, user(7, "anna"), 3));
            awaitAllIngested();
            assertThat(database.rows("SELECT bid, name FROM forum.boards")).containsExactly("1 Board");
            assertThat(database.rows("SELECT tid, tags FROM forum.threads"))
                    .containsExactly("10 {\"a \\\"b\\\"\",\"c\\\\d\"}");
            assertThat(database.rows("SELECT pid, tid, uid, content FROM forum.posts"))
                    .containsExactly("100 10 7 Text von 100");
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(contents.announcements())
                            .flatExtracting(changed -> changed.posts())
                            .extracting(touched -> touched.pid())
                            .contains(100L));
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    void isNotAliveWhenAConsumerEndedByItself() {
        try (var ingest = RunningIngest.start(servers)) {
            var consumers = ingest.context().getBean("consumers", HealthIndicator.class);
            assertThat(statusOf(consumers)).isEqualTo(Status.UP);
            var container =
                    (ConcurrentMessageListenerContainer<?, ?>) ingest.context().getBean("ingest");
            container.getContainers().forEach(consumer -> consumer.stopAbnormally(() -> {}));
            await().atMost(TIMEOUT).until(() -> statusOf(consumers).equals(Status.DOWN));
        }
    }

    private static Status statusOf(HealthIndicator indicator) {
        return Objects.requireNonNull(indicator.health()).getStatus();
    }

    @Test
    void setsAsideWhatCannotBeReadOrWrittenAndGoesOn() {
        try (var ingest = RunningIngest.start(servers)) {
            database.execute("ALTER TABLE forum.posts ADD CONSTRAINT refusal CHECK (pid <> 41)");
            topics.publish(posts(1, 40));
            topics.publish(post(41, 10, user(7, "anna"), 41));
            topics.publishRaw(Topic.POSTS, 1, "{".getBytes(UTF_8), Map.of("type", "post", "version", "1"));
            topics.publishRaw(Topic.POSTS, 2, "raw".getBytes(UTF_8), Map.of("origin", "elsewhere"));
            topics.publishRaw(Topic.THREADS, 0, "{}".getBytes(UTF_8), Map.of("type", "changes", "version", "1"));
            topics.publish(posts(43, 80));
            awaitAllIngested();
            assertThat(database.count("SELECT count(*) FROM forum.posts")).isEqualTo(78);
            assertThat(database.rows("SELECT pid FROM forum.posts WHERE pid = 41"))
                    .isEmpty();
            var letters = contents.records(Topic.POSTS.deadLetters());
            assertThat(letters).hasSize(3);
            assertThat(letters)
                    .extracting(letter -> header(letter, "source-topic"))
                    .containsOnly("forum.posts");
            assertThat(letters)
                    .extracting(letter -> header(letter, "cause"))
                    .anyMatch(cause -> cause.contains("no type header"))
                    .anyMatch(cause -> cause.contains("post: "))
                    .anyMatch(cause -> cause.contains("refusal"));
            assertThat(letters)
                    .filteredOn(letter -> header(letter, "cause").contains("no type header"))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.value()).isEqualTo("raw".getBytes(UTF_8));
                        assertThat(header(letter, "origin")).isEqualTo("elsewhere");
                        assertThat(header(letter, "source-partition")).isEqualTo("2");
                        assertThat(header(letter, "source-offset")).matches("\\d+");
                    });
            assertThat(contents.records(Topic.THREADS.deadLetters())).hasSize(1);
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    void noValueOfAPostHoldsUpItsNeighbours() {
        try (var ingest = RunningIngest.start(servers)) {
            // What the database alone refuses.
            database.execute("ALTER TABLE forum.posts ADD CONSTRAINT refusal CHECK (edit_count <> 4711)");
            var spoiled = SpoiledPosts.values();
            for (var value : spoiled) {
                topics.publish(posts(1, 4));
                for (var partition = 0; partition < Topic.POSTS.partitions(); partition++) {
                    topics.publishRaw(
                            Topic.POSTS, partition, value.getBytes(UTF_8), Map.of("type", "post", "version", "1"));
                }
            }
            topics.publish(post(50, 10, user(8, nameTooLongForAnIndex()), 50));
            topics.publish(posts(5, 8));
            awaitAllIngested();
            assertThat(database.rows("SELECT pid FROM forum.posts ORDER BY pid"))
                    .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "50");
            assertThat(database.rows("SELECT length(name) FROM forum.users WHERE uid = 8"))
                    .containsExactly("20000");
            var letters = contents.records(Topic.POSTS.deadLetters());
            assertThat(letters)
                    .extracting(letter -> new String(letter.value(), UTF_8))
                    .hasSize(spoiled.size() * Topic.POSTS.partitions())
                    .containsAll(spoiled);
            assertThat(letters)
                    .allSatisfy(letter ->
                            assertThat(header(letter, "cause")).isNotBlank().doesNotContain("\n"));
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    void whateverTableRefusesARecordItsNeighboursAreWritten() {
        try (var ingest = RunningIngest.start(servers)) {
            var ids = Map.of(
                    "boards", "bid",
                    "threads", "tid",
                    "posts", "pid",
                    "post_removals", "pid",
                    "profiles", "uid",
                    "user_names", "uid");
            ids.forEach((table, id) -> database.execute(
                    "ALTER TABLE forum.%s ADD CONSTRAINT refusal CHECK (%s <> 41)".formatted(table, id)));
            for (var id : List.of(40, 41, 42)) {
                topics.publish(
                        board(id, "Board", 1),
                        thread(id, 1, 1),
                        profile(id, "anna", 1),
                        post(id, 7, user(1000 + id, "anna"), 1),
                        vanished(id, 8, 1),
                        post(100 + id, 7, user(id, "anna"), 1));
            }
            awaitAllIngested();
            ids.forEach((table, id) -> assertThat(database.rows(
                            "SELECT DISTINCT %2$s FROM forum.%1$s WHERE %2$s < 100 ORDER BY 1".formatted(table, id)))
                    .as(table)
                    .containsExactly("40", "42"));
            assertThat(keysSetAside(Topic.BOARDS)).containsExactly("41");
            assertThat(keysSetAside(Topic.THREADS)).containsExactly("41");
            assertThat(keysSetAside(Topic.PROFILES)).containsExactly("41");
            assertThat(keysSetAside(Topic.POSTS)).containsExactlyInAnyOrder("7/41", "8/41", "7/141");
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    private List<String> keysSetAside(Topic topic) {
        var letters = contents.records(topic.deadLetters());
        assertThat(letters).extracting(letter -> header(letter, "cause")).allMatch(cause -> cause.contains("refusal"));
        return letters.stream().map(letter -> new String(letter.key(), UTF_8)).toList();
    }

    @Test
    void announcesABatchThatWasCommittedBeforeACrash() {
        var record = post(100, 10, user(7, "anna"), 1);
        try (var ingest = RunningIngest.start(servers)) {
            topics.publish(record);
            awaitAllIngested();
            var partition = new TopicPartition(Topic.POSTS.name(), Topic.partitionOfThread(10, 4));
            ingest.stopConsuming();
            // Another process took over, committed, and died before it could tell.
            ingest.context()
                    .getBean(ForumTables.class)
                    .write(Batch.of(List.of(new Advance(partition, 1, 2)), List.of(post(101, 10, user(7, "anna"), 2))))
                    .block(TIMEOUT);
            topics.publish(post(101, 10, user(7, "anna"), 2));
        }
        assertThat(announcedPosts()).doesNotContain(101L);
        try (var ingest = RunningIngest.start(servers)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(announcedPosts()).contains(101L));
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    void readsFromTheStoredPositionWhenItWasFenced() {
        try (var ingest = RunningIngest.start(servers)) {
            topics.publish(posts(1, 20));
            awaitAllIngested();
            database.execute("DELETE FROM forum.posts; UPDATE forum.positions SET next_offset = 0");
            topics.publish(posts(21, 40)); // in every partition: each finds another position than its own
            await().atMost(TIMEOUT).until(() -> database.count("SELECT count(*) FROM forum.posts") == 40);
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    void aDeletedDatabaseIsFilledAgainFromTheTopics() {
        var events = new ForumHistory(new Random(11), 30, 8, 5).observe(300);
        try (var ingest = RunningIngest.start(servers)) {
            topics.publish(events);
            awaitAllIngested();
            assertThat(ingest.context().isRunning()).isTrue();
        }
        var first = ForumTruth.stored(database);
        assertThat(first).isEqualTo(new ForumTruth(events).tables());
        database = new ForumDatabase(servers.newDatabase());
        try (var ingest = RunningIngest.start(servers, Map.of("potstats2.ingest.batch-size", 7))) {
            awaitAllIngested();
            assertThat(ForumTruth.stored(database)).isEqualTo(first);
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void aMigrationThatWasKilledLocksNobodyOut() {
        database.execute("""
                CREATE SCHEMA forum;
                CREATE TABLE forum.databasechangeloglock (
                    id integer PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255)
                );
                INSERT INTO forum.databasechangeloglock VALUES (1, true, now(), 'a process that was killed')
                """);
        try (var ingest = RunningIngest.start(servers)) {
            topics.publish(board(1, "Board", 1));
            awaitAllIngested();
            assertThat(ingest.context().isRunning()).isTrue();
        }
    }

    private void awaitAllIngested() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() ->
                        contents.allIngested(database) && database.count("SELECT count(*) FROM forum.positions") == 10);
    }

    private List<Long> announcedPosts() {
        return contents.announcements().stream()
                .flatMap(changed -> changed.posts().stream())
                .map(post -> post.pid())
                .toList();
    }

    private static List<ForumEvent> posts(int first, int last) {
        var posts = new ArrayList<ForumEvent>();
        for (int pid = first; pid <= last; pid++) {
            posts.add(post(pid, pid % 20 + 1, user(7, "anna"), pid));
        }
        return posts;
    }

    /** Random, as PostgreSQL would compress anything else. */
    private static String nameTooLongForAnIndex() {
        return new Random(1)
                .ints(20_000, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
