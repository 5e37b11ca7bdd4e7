package potstats2.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.analytics.rollup.RecomputationProgress;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.events.BoardObserved;
import potstats2.events.EventCodec;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostObserved.Edit;
import potstats2.events.PostObserved.UserName;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ProfileObserved.AccountState;
import potstats2.events.ThreadObserved;
import potstats2.events.Topic;
import potstats2.servers.PostgresServer;
import potstats2.standalone.Standalone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What happens to the numbers when the forum changes: from the events on the topics to the answers. */
class ChangedForumIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Instant BEGIN = Instant.parse("2024-05-01T10:00:00Z");
    private static final AtomicLong IDS = new AtomicLong(1000);

    @TempDir
    private static Path data;

    private static @Nullable Standalone system;
    private static @Nullable ApiClient api;
    private static @Nullable KafkaProducer<byte[], byte[]> producer;

    private final EventCodec codec = new EventCodec();
    private final long anna = IDS.incrementAndGet();
    private final long berta = IDS.incrementAndGet();
    private final long board = IDS.incrementAndGet();
    private final long otherBoard = IDS.incrementAndGet();
    private final long thread = IDS.incrementAndGet();
    private final long otherThread = IDS.incrementAndGet();
    private final long first = IDS.incrementAndGet();
    private final long second = IDS.incrementAndGet();

    /** The crawler has nothing to read: what happens is said here. */
    @BeforeAll
    static void start() throws Exception {
        var port = freePort();
        var nowhere = "http://127.0.0.1:" + freePort() + "/";
        var started = new Standalone(Map.of(
                "potstats2.crawler.forum-url", nowhere,
                "potstats2.crawler.profile-url", nowhere,
                "potstats2.standalone.data-dir", data.toString(),
                "potstats2.standalone.api-port", port));
        system = started;
        started.start();
        api = new ApiClient(port);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", started.kafka(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        if (producer != null) {
            producer.close();
        }
        if (system != null) {
            system.close();
        }
    }

    /** Berta quotes Anna, in Anna's thread. */
    @BeforeEach
    void twoPosts() {
        publish(board(board), board(otherBoard), thread(thread, board, 0), thread(otherThread, board, 0));
        publish(post(first, thread, anna, "anna", "Hallo", 0), post(second, thread, berta, "berta", quoteOf(first), 0));
        awaitNumbers(board, 2, 2, 1);
        awaitQuotes(1);
    }

    @AfterEach
    void everythingIsRight() {
        var address = PostgresServer.running(data.resolve("postgres")).orElseThrow();
        var verification = RollupVerification.of(address.jdbcUrl(), address.user(), address.password());
        assertThat(verification.runBesideRefreshes(Duration.ofSeconds(5), RecomputationProgress.UNWATCHED))
                .isEmpty();
    }

    @Test
    void anEditChangesTheLengthTheEditsAndTheQuotes() {
        var edited = new PostObserved(
                second,
                thread,
                new UserName(berta, "berta", null),
                BEGIN,
                1,
                new Edit(new UserName(berta, "berta", null), BEGIN.plusSeconds(60)),
                null,
                null,
                "",
                "kurz",
                false,
                observed(1));
        publish(edited);

        awaitQuotes(0);
        assertThat(poster(berta).toString())
                .contains("\"edit_count\":1", "\"avg_post_length\":4", "\"quotes_count\":0");
    }

    @Test
    void aHiddenPostCountsWithoutItsTextUntilItIsShownAgain() {
        publish(hidden(true, 1));
        awaitQuotes(0);
        assertThat(poster(berta).toString()).contains("\"post_count\":1", "\"avg_post_length\":0");

        publish(hidden(false, 2));
        awaitQuotes(1);
        assertThat(poster(berta).toString())
                .contains("\"avg_post_length\":" + quoteOf(first).length());
    }

    @Test
    void aPostThatVanishedCountsInNothingUntilItIsSeenAgain() {
        publish(new PostVanished(first, thread, observed(1)));
        awaitNumbers(board, 1, 1, 1);
        awaitQuotes(0);
        assertThat(poster(berta).toString()).contains("\"threads_created\":1");

        publish(post(first, thread, anna, "anna", "Hallo", 2));
        awaitNumbers(board, 2, 2, 1);
        awaitQuotes(1);
        assertThat(poster(berta).toString()).contains("\"threads_created\":0");
    }

    @Test
    void aThreadTakesItsNumbersToAnotherBoard() {
        publish(thread(thread, otherBoard, 1));

        awaitNumbers(otherBoard, 2, 2, 1);
        assertThat(years(board)).isEmpty();
    }

    @Test
    void aPostThatMovedToAnotherThreadBeginsIt() {
        publish(
                new PostVanished(second, thread, observed(2)),
                post(second, otherThread, berta, "berta", quoteOf(first), 1));

        awaitNumbers(board, 2, 2, 2);
        awaitQuotes(1);
    }

    @Test
    void aRenamedPosterKeepsTheNumbersAndTheOldNameAsAlias() {
        var third = IDS.incrementAndGet();
        publish(new PostObserved(
                third,
                thread,
                new UserName(anna, "Anna die Zweite", null),
                BEGIN.plusSeconds(600),
                0,
                null,
                null,
                null,
                "",
                "Da bin ich wieder",
                false,
                observed(1)));

        awaitNumbers(board, 3, 2, 1);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(poster(anna).path("User").toString())
                        .isEqualTo("{\"name\":\"Anna die Zweite\",\"uid\":" + anna + ",\"aliases\":[\"anna\"]}"));
    }

    /** The answer is kept in the cache: nothing but the profile changed. */
    @Test
    void aProfileThatChangedIsInTheNextAnswers() {
        publish(profile(anna, 1));
        awaitLastSeen("2024-06-01T01:00:00");

        publish(profile(anna, 2));
        awaitLastSeen("2024-06-01T02:00:00");
    }

    @Test
    void anEventSeenAgainOrTooLateChangesNothing() {
        var edited = post(first, thread, anna, "anna", "Hallo, neu", 2);
        publish(edited);
        await().atMost(TIMEOUT).until(() -> poster(anna).path("avg_post_length").asInt() == 10);
        var before = poster(anna);

        publish(
                edited,
                post(first, thread, anna, "anna", "eine alte Beobachtung, die spät ankommt", 1),
                new PostVanished(first, thread, observed(0)),
                thread(thread, otherBoard, -1));
        var last = IDS.incrementAndGet();
        publish(post(last, thread, berta, "berta", "danach", 3));

        awaitNumbers(board, 3, 2, 1);
        assertThat(poster(anna)).isEqualTo(before);
        assertThat(years(otherBoard)).isEmpty();
    }

    private PostObserved hidden(boolean hidden, int at) {
        return new PostObserved(
                second,
                thread,
                new UserName(berta, "berta", null),
                BEGIN,
                0,
                null,
                null,
                null,
                "",
                hidden ? "" : quoteOf(first),
                hidden,
                observed(at));
    }

    private String quoteOf(long pid) {
        return "[quote=" + thread + "," + pid + ",\"anna\"]Hallo[/quote] so ist es";
    }

    private static PostObserved post(long pid, long tid, long uid, String name, String content, int at) {
        return new PostObserved(
                pid, tid, new UserName(uid, name, null), BEGIN, 0, null, null, null, "", content, false, observed(at));
    }

    private static ThreadObserved thread(long tid, long bid, int at) {
        return new ThreadObserved(
                tid, bid, "Faden", "", false, false, false, false, false, 0, 0, List.of(), false, observed(at));
    }

    private static ProfileObserved profile(long uid, int at) {
        var seen = LocalDateTime.parse("2024-06-01T00:00:00").plusHours(at);
        return new ProfileObserved(
                uid, "anna", null, seen, null, AccountState.ACTIVE, null, null, List.of(), true, true, observed(at));
    }

    private static BoardObserved board(long bid) {
        return new BoardObserved(bid, "Brett " + bid, "", new BoardObserved.Category(1, "Alles", ""), observed(0));
    }

    private static Instant observed(int hour) {
        return Instant.parse("2024-06-01T12:00:00Z").plusSeconds(3600L * hour);
    }

    private void publish(ForumEvent... events) {
        var open = requireStarted(producer);
        for (var event : events) {
            var record = record(event);
            codec.headersOf(event).forEach(record.headers()::add);
            var unused = open.send(record);
        }
        open.flush();
    }

    private ProducerRecord<byte[], byte[]> record(ForumEvent event) {
        var value = codec.encode(event);
        if (event instanceof PostObserved post) {
            return ofThread(Topic.POSTS, post.tid(), Topic.keyOfPost(post.tid(), post.pid()), value);
        }
        if (event instanceof PostVanished post) {
            return ofThread(Topic.POSTS, post.tid(), Topic.keyOfPost(post.tid(), post.pid()), value);
        }
        if (event instanceof ThreadObserved observed) {
            return ofThread(Topic.THREADS, observed.tid(), String.valueOf(observed.tid()), value);
        }
        if (event instanceof ProfileObserved profile) {
            var uid = String.valueOf(profile.uid());
            return new ProducerRecord<>(Topic.PROFILES.name(), uid.getBytes(UTF_8), value);
        }
        var bid = String.valueOf(((BoardObserved) event).bid());
        return new ProducerRecord<>(Topic.BOARDS.name(), bid.getBytes(UTF_8), value);
    }

    private static ProducerRecord<byte[], byte[]> ofThread(Topic topic, long tid, String key, byte[] value) {
        var partition = Topic.partitionOfThread(tid, topic.partitions());
        return new ProducerRecord<>(topic.name(), partition, key.getBytes(UTF_8), value);
    }

    private static void awaitNumbers(long bid, int posts, int users, int threads) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(years(bid))
                        .contains(
                                "\"post_count\":" + posts,
                                "\"active_users\":" + users,
                                "\"threads_created\":" + threads));
    }

    private void awaitQuotes(int quotes) {
        await().atMost(TIMEOUT)
                .untilAsserted(() ->
                        assertThat(poster(berta).path("quotes_count").asInt(-1)).isEqualTo(quotes));
    }

    private void awaitLastSeen(String date) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(requireStarted(api)
                                .get("/api/user?uid=" + anna)
                                .at("/profile/last_seen")
                                .asString(""))
                        .isEqualTo(date));
    }

    /** Of the year in which all of this happens, or nothing. */
    private static String years(long bid) {
        var rows = requireStarted(api)
                .get("/api/year-over-year-stats?nocache=1&bid=" + bid)
                .path("rows");
        return rows.isEmpty() ? "" : rows.get(0).toString();
    }

    private static JsonNode poster(long uid) {
        for (var row :
                requireStarted(api).get("/api/poster-stats?nocache=1&year=2024").path("rows")) {
            if (row.path("User").path("uid").asLong() == uid) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private static <T> T requireStarted(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("not started");
        }
        return thing;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
