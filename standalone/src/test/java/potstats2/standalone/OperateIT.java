package potstats2.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.simulator.forum.SimulatedPost;
import potstats2.standalone.PotstatsProcess.Ended;
import potstats2.standalone.progress.Status;
import potstats2.standalone.progress.StatusClient;

/** The commands that operate a running system, as an operator types them. */
class OperateIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path home;

    private static ForumSimulator forum;
    private static GarbledForum seen;
    private static int port;
    private static StoredTables tables;
    private static PotstatsProcess running;

    @BeforeAll
    static void startSystem() throws IOException {
        forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(800).withSeed(5));
        seen = new GarbledForum(forum);
        port = freePort();
        tables = new StoredTables(dataDir());
        Files.writeString(
                Files.createDirectories(home.resolve(".config")).resolve("potstats2.yml"),
                "potstats2:\n  crawler:\n    pass-interval: 300ms\n");
        running = up();
    }

    private static PotstatsProcess up() throws IOException {
        var process = PotstatsProcess.up(home, forum, dataDir(), port, "--forum-url=" + seen.url());
        process.awaitOutput("Look at ");
        return process;
    }

    @AfterAll
    static void stopSystem() throws InterruptedException {
        var ended = running.terminate();
        running.close();
        seen.close();
        forum.close();
        assertThat(ended).isTrue();
    }

    /** Each test finds all that the forum holds in the numbers, and leaves it so. */
    @BeforeEach
    void awaitQuiet() {
        patiently()
                .ignoreExceptions()
                .until(() -> tables.rows("SELECT posts FROM stats.board_year WHERE bid = 0 AND year = 0")
                        .equals(List.of(String.valueOf(forum.truth().posts()))));
        patiently().until(() -> new Status.Lag(0, 0).equals(status().lag()));
    }

    @Test
    void replayReadsATopicAgainAndChangesNothing() throws Exception {
        var before = tables.contents();
        var posts = read("forum.posts");

        var replayed = run("replay", "--topic=forum.posts", "--from-beginning");

        assertThat(replayed.exitCode()).as(replayed.output()).isZero();
        // Where it takes long, progress is shown before.
        assertThat(replayed.output())
                .endsWith(String.format(Locale.ROOT, "Read forum.posts again: %,d offsets\n", posts));
        assertThat(run("replay", "--topic=forum.boards", "--from-offset=3", "--partition=0")
                        .exitCode())
                .isZero();
        assertThat(run("replay", "--topic=forum.threads", "--from-time=2020-01-01T00:00:00Z")
                        .exitCode())
                .isZero();
        assertThat(tables.contents()).isEqualTo(before);

        assertThat(run("replay", "--topic=forum.answers"))
                .isEqualTo(new Ended(
                        1,
                        "potstats2: topic must be one of forum.boards, forum.posts, forum.profiles, forum.threads\n"));
        assertThat(run("replay", "--topic=forum.posts", "--partition=17").output())
                .isEqualTo("potstats2: forum.posts has the partitions 0 to 3\n");
    }

    @Test
    void aReplayPutsBackWhatWasLostFromTheTables() throws Exception {
        var before = tables.rows("SELECT pid FROM forum.posts ORDER BY 1");
        tables.execute("DELETE FROM forum.posts WHERE pid % 3 = 0");

        assertThat(run("replay", "--topic=forum.posts").exitCode()).isZero();

        assertThat(tables.rows("SELECT pid FROM forum.posts ORDER BY 1")).isEqualTo(before);
        awaitVerified();
    }

    @Test
    void resetDatabaseFillsEveryTableAgainFromTheTopicsAlone() throws Exception {
        var before = tables.contents();
        assertThat(before.get("stats.user_hour")).isNotEmpty();

        var refused = run("reset-database");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).endsWith("Nothing was done\n");
        assertThat(tables.contents()).isEqualTo(before);

        // Neither is in the topics.
        tables.execute("UPDATE stats.poster_year SET posts = posts + 1");
        tables.execute("UPDATE forum.posts SET content = 'forged'");
        var reset = run("reset-database", "--yes");

        assertThat(reset.exitCode()).as(reset.output()).isZero();
        patiently().untilAsserted(() -> assertThat(tables.contents()).isEqualTo(before));
        awaitVerified();
    }

    @Test
    void aDeadLetterIsTriedAgainAfterAFix() throws Exception {
        assertThat(run("dead-letters", "list")).isEqualTo(new Ended(0, "0 letters\n"));
        tables.execute("ALTER TABLE forum.posts ADD CONSTRAINT unfixed CHECK (content <> 'unlucky')");
        var some = anyPost();
        var pids = List.of(
                forum.forum().newPost(some.tid(), some.uid(), "unlucky"),
                forum.forum().newPost(some.tid(), some.uid(), "fine"));
        patiently().until(() -> stored(pids.get(1)));

        // Two, if the page was read between the two posts.
        var letters = letters();
        var line = letters.get(0);
        var id = idOf(line);
        assertThat(line).contains("forum.posts-").contains("unfixed").contains("bytes: {\"");
        assertThat(run("dead-letters", "show", id).output())
                .contains("cause     ")
                .contains("\"pid\":" + pids.get(0))
                .contains("unlucky");

        assertThat(run("dead-letters", "retry", id).output()).isEqualTo("Tried again: " + id + "\n");
        patiently().until(() -> setAside() == letters.size() && !letters().contains(line));
        assertThat(stored(pids.get(0))).isFalse();

        tables.execute("ALTER TABLE forum.posts DROP CONSTRAINT unfixed");
        assertThat(run("dead-letters", "retry", "all").output()).startsWith("Tried again: forum.posts.dlt@");
        patiently().until(() -> stored(pids.get(0)));
        assertThat(letters()).isEmpty();
        assertThat(run("dead-letters", "discard", id))
                .isEqualTo(new Ended(1, "potstats2: there is no dead letter " + id + "\n"));
        awaitVerified();
    }

    @Test
    void oneDeadLetterIsDiscardedAndTheOthersStay() throws Exception {
        tables.execute("ALTER TABLE forum.posts ADD CONSTRAINT unfixed CHECK (content NOT LIKE 'unlucky%')");
        var some = anyPost();
        var last = IntStream.rangeClosed(1, 3)
                .mapToLong(number -> forum.forum().newPost(some.tid(), some.uid(), "unlucky " + number))
                .max()
                .orElseThrow();
        // A page that is shown with more posts is published as a whole: some may be there twice.
        patiently()
                .until(() ->
                        setAside() > 2 && letters().stream().anyMatch(letter -> letter.contains("\"pid\":" + last)));
        var expected = letters();
        var second = expected.remove(1);

        run("dead-letters", "discard", idOf(second));

        assertThat(letters()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run("dead-letters", "discard", "all").exitCode()).isZero();
        assertThat(letters()).isEmpty();

        tables.execute("ALTER TABLE forum.posts DROP CONSTRAINT unfixed");
        assertThat(run("replay", "--topic=forum.posts").exitCode()).isZero();
    }

    @Test
    void aPageThatCouldNotBeReadIsReadAgainAfterAFix() throws Exception {
        var some = anyPost();
        seen.garble(some.tid());
        var pid = forum.forum().newPost(some.tid(), some.uid(), "garbled");
        patiently().until(() -> setAside() > 0);
        var line = letters().get(0);
        var id = idOf(line);
        assertThat(line)
                .contains(seen.url() + "xml/thread.php?TID=" + some.tid())
                .contains("<thread><posts></thread>");

        assertThat(run("dead-letters", "retry", id).output()).isEqualTo("Tried again: " + id + "\n");
        patiently().until(() -> setAside() > 0 && !letters().contains(line));
        assertThat(stored(pid)).isFalse();

        seen.mend();
        assertThat(run("dead-letters", "retry", "all").exitCode()).isZero();
        // By itself the crawler would ask a minute later.
        await().atMost(Duration.ofSeconds(20)).until(() -> stored(pid));
        assertThat(letters()).isEmpty();
        awaitVerified();
    }

    @Test
    void aDeadLetterWhosePageIsReadWellLaterGoesAwayByItself() throws Exception {
        var some = anyPost();
        seen.garble(some.tid());
        forum.forum().newPost(some.tid(), some.uid(), "garbled");
        patiently().until(() -> setAside() > 0);

        seen.mend();
        var pid = forum.forum().newPost(some.tid(), some.uid(), "mended");
        await().atMost(Duration.ofMinutes(2)).until(() -> stored(pid));
        patiently().until(() -> letters().isEmpty());
        patiently().until(() -> setAside() == 0);
    }

    @Test
    void aPauseOutlivesTheCrawler() throws Exception {
        assertThat(run("pause").exitCode()).isZero();
        patiently().until(() -> pausedSince().isPresent());
        var since = pausedSince();
        assertThat(run("status").output()).contains("paused since 2");
        running.kill();
        forum.requests().reset();
        var some = anyPost();
        var pid = forum.forum().newPost(some.tid(), some.uid(), "while nobody looks");

        running = up();

        patiently().until(() -> pausedSince().equals(since));
        await().during(Duration.ofSeconds(2))
                .atMost(TIMEOUT)
                .until(() -> forum.requests().total() == 0);
        assertThat(run("resume").exitCode()).isZero();
        patiently().until(() -> stored(pid));
    }

    @Test
    void theCrawlerPausesGoesOnAndReadsEverythingAgain() throws Exception {
        assertThat(run("pause")).isEqualTo(new Ended(0, "Paused\n"));
        patiently().until(() -> run("status").output().contains("paused"));
        forum.requests().reset();
        var some = anyPost();
        var pid = forum.forum().newPost(some.tid(), some.uid(), "while paused");
        // Some passes would have been made in that time.
        await().during(Duration.ofSeconds(2))
                .atMost(TIMEOUT)
                .until(() -> forum.requests().total() == 0);

        assertThat(run("resume")).isEqualTo(new Ended(0, "Going on\n"));
        patiently().until(() -> stored(pid));

        var everything = read("forum.posts") + forum.truth().posts();
        assertThat(run("crawl", "--board=all", "--full"))
                .isEqualTo(new Ended(0, "Asked for a full pass over all boards\n"));
        patiently().until(() -> read("forum.posts") >= everything);
        assertThat(run("crawl", "--board=fourteen"))
                .isEqualTo(new Ended(1, "potstats2: board must be a BID or all, not fourteen\n"));
    }

    @Test
    void aDumpFillsAnEmptySystem() throws Exception {
        var file = home.resolve("forum.dump");
        var before = tables.contents();
        var dumped = run("dump", file.toString());
        assertThat(dumped.exitCode()).as(dumped.output()).isZero();
        assertThat(dumped.output()).contains("forum.posts");
        assertThat(run("dump", file.toString())).isEqualTo(new Ended(2, "potstats2: " + file + " exists already\n"));
        assertThat(run("load", file.toString()).output())
                .isEqualTo("potstats2: the system is not empty: forum.boards holds records\n");
        var other = home.resolve("other");
        var otherTables = new StoredTables(other);
        var nowhere = "http://127.0.0.1:" + freePort() + "/";
        try (var empty = PotstatsProcess.up(
                home, forum, other, freePort(), "--forum-url=" + nowhere, "--profile-url=" + nowhere)) {
            empty.awaitOutput("Look at ");
            var damaged = damaged(file);
            var refused = PotstatsProcess.run(home, "load", damaged.toString(), "--data-dir=" + other);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output())
                    .matches("potstats2: .*damaged.dump is damaged at byte \\d+: the checksum of the block that begins"
                            + " here is wrong\n");
            assertThat(otherTables.rows("SELECT pid FROM forum.posts")).isEmpty();

            var loaded = PotstatsProcess.run(home, "load", file.toString(), "--data-dir=" + other);

            assertThat(loaded.exitCode()).as(loaded.output()).isZero();
            patiently().untilAsserted(() -> {
                var after = otherTables.contents();
                // The topics were written to in another order.
                after.put("forum.positions", before.get("forum.positions"));
                assertThat(after).isEqualTo(before);
            });
            assertThat(empty.terminate()).isTrue();
        }
        assertThat(other.resolve("operations")).doesNotExist();
        assertThat(PotstatsProcess.run(home, "replay", "--topic=forum.posts", "--data-dir=" + other))
                .isEqualTo(new Ended(1, "potstats2: nothing is running on " + other + "\n"));
    }

    @Test
    void operationsAreForTheOwnerAlone() throws Exception {
        assertThat(post(URI.create("http://127.0.0.1:" + port + "/actuator/reset"), ""))
                .isIn(404, 405);
        assertThat(post(URI.create("http://127.0.0.1:" + port + "/actuator/load"), ""))
                .isIn(404, 405);
        assertThat(HTTP.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/dump"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(404);
        var services = OperationsFile.read(
                        Map.of("potstats2.standalone.data-dir", dataDir().toString()))
                .orElseThrow();
        assertThat(Files.getPosixFilePermissions(dataDir().resolve("operations")))
                .hasSize(2);
        // The API, which has no operations, is there for whoever asks for the status.
        assertThat(services.services())
                .containsOnlyKeys("crawler-service", "ingest-service", "analytics-service", "stats-api-service");
        for (var service : services.services().entrySet()) {
            if (service.getKey().equals("stats-api-service")) {
                continue;
            }
            var operation = service.getKey().equals("crawler-service") ? "pause" : "reset";
            var url = service.getValue().resolve("/actuator/" + operation);
            assertThat(post(url, "")).as(url.toString()).isEqualTo(401);
            assertThat(post(url, "Bearer guessed")).as(url.toString()).isEqualTo(401);
        }
        assertThat(tables.rows("SELECT count(*) FROM forum.posts")).doesNotContain("0");
    }

    private static int post(URI url, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header("Authorization", authorization)
                .POST(BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static SimulatedPost anyPost() {
        var open = forum.forum()
                .threads()
                .filter(thread -> !thread.closed())
                .map(thread -> thread.tid())
                .toList();
        return forum.forum()
                .posts()
                .filter(post -> open.contains(post.tid()))
                .findFirst()
                .orElseThrow();
    }

    private static long read(String topic) throws Exception {
        var query = "SELECT sum(next_offset) FROM forum.positions WHERE topic = '" + topic + "'";
        return Long.parseLong(tables.rows(query).get(0));
    }

    private static Status status() throws IOException {
        return new StatusClient(URI.create("http://127.0.0.1:" + port)).status();
    }

    private static long setAside() throws IOException {
        return Objects.requireNonNullElse(status().deadLetters(), 0L);
    }

    private static Optional<Instant> pausedSince() throws IOException {
        return Optional.ofNullable(status().crawl()).map(Status.Crawl::pausedSince);
    }

    private static boolean stored(long pid) throws Exception {
        return !tables.rows("SELECT 1 FROM forum.posts WHERE pid = " + pid).isEmpty();
    }

    private static List<String> letters() throws Exception {
        var lines = run("dead-letters", "list").output().lines().toList();
        return new ArrayList<>(lines.subList(0, lines.size() - 1));
    }

    private static String idOf(String letter) {
        return letter.substring(0, letter.indexOf(' '));
    }

    private static void awaitVerified() {
        patiently().untilAsserted(() -> assertThat(run("verify").output()).endsWith("0 differences\n"));
    }

    private static ConditionFactory patiently() {
        return await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(200));
    }

    private static Path damaged(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        return Files.write(home.resolve("damaged.dump"), bytes);
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(command));
        all.add("--data-dir=" + dataDir());
        return PotstatsProcess.run(home, all.toArray(String[]::new));
    }

    private static Path dataDir() {
        return home.resolve("data");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
