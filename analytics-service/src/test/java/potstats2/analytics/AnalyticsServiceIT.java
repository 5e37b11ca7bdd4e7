package potstats2.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import potstats2.analytics.rollup.ForumTables;
import potstats2.analytics.rollup.ForumTables.Post;
import potstats2.analytics.rollup.OffsetRange;
import potstats2.analytics.rollup.RollupRebuild;
import potstats2.analytics.rollup.RollupRefresh;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.PostVanished;
import potstats2.events.StatsRefreshed;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.StatsRefreshed.Scope;
import potstats2.events.Topic;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers({Server.POSTGRES, Server.KAFKA})
class AnalyticsServiceIT {

    private static DataSource dataSource;

    private final List<RunningAnalytics> running = new ArrayList<>();
    private ForumTables forum;
    private StatsTopics topics;
    private Servers servers;

    @BeforeAll
    static void tables(Servers servers) throws Exception {
        var address = servers.postgres();
        // A connection for each statement: they are cut.
        dataSource = new DriverManagerDataSource(address.jdbcUrl(), address.user(), address.password());
        ForumTables.migrate(dataSource);
    }

    @BeforeEach
    void emptyForum(Servers given) throws Exception {
        servers = given;
        servers.deleteTopics();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(Topic.CHANGES.name(), 1, (short) 1)))
                    .all()
                    .get();
        }
        forum = ForumTables.emptied(dataSource);
        topics = new StatsTopics(servers.kafka());
        forum.thread(1, 14);
    }

    @AfterEach
    void stopServices() {
        running.forEach(RunningAnalytics::stop);
        topics.close();
    }

    private RunningAnalytics start() {
        var service = RunningAnalytics.start(servers);
        running.add(service);
        return service;
    }

    @Test
    void announcedPostsBecomeNumbersAndTheRefreshIsAnnounced() {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        var announcement = forum.announcement();
        topics.announce(announcement);

        await().untilAsserted(() -> assertThat(topics.refreshed()).hasSize(2));
        var refreshed = topics.refreshed().get(1);
        assertThat(refreshed.scopes()).containsExactly(new Scope(2024, 14));
        assertThat(refreshed.newPosts()).containsExactly(new BoardPosts(14, 1));
        assertThat(refreshed.observedAt()).isEqualTo(announcement.observedAt());
        assertThat(refreshed.at()).isBeforeOrEqualTo(Instant.now());
        expectRightNumbers(1);
    }

    @Test
    void theStoredPositionIsLookedForAsSoonAsThePartitionIsThere() {
        running.add(RunningAnalytics.start(servers, "10m"));

        await().until(() -> !topics.refreshed().isEmpty());
    }

    @Test
    void inBulkManyAnnouncementsShareARefresh() throws InterruptedException {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        var before = topics.refreshed().size();
        var announcements = new ArrayList<ForumChanged>();
        for (var pid = 1; pid <= 40; pid++) {
            forum.post(Post.of(pid, 1, 100, LocalDate.of(2024, 1, 1).plusDays(pid) + "T12:00:00Z"));
            announcements.add(withMany(forum.announcement()));
        }

        var lulls = 0;
        for (var announcement : announcements) {
            var begin = System.nanoTime();
            topics.announce(announcement);
            Thread.sleep(50);
            lulls += System.nanoTime() - begin > 100_000_000 ? 1 : 0;
        }

        await().untilAsserted(() -> expectRightNumbers(40));
        assertThat(topics.refreshed()).hasSizeBetween(before + 1, before + 5 + lulls);
    }

    /** As large as in bulk: beside its posts, it names a thousand that nobody knows. */
    private static ForumChanged withMany(ForumChanged change) {
        var unknown = LongStream.range(0, 1_000).mapToObj(i -> new TouchedPost(1_000_000 + i, 1, 100, 0, false));
        return new ForumChanged(
                change.source(),
                Stream.concat(change.posts().stream(), unknown).toList(),
                change.movedThreads(),
                change.boards(),
                change.users(),
                change.observedAt());
    }

    @Test
    void aRefreshThatACrashKeptFromBeingAnnouncedIsAnnouncedOnStart() {
        var crashed = new RollupRefresh(dataSource, ZoneId.of("Europe/Berlin"));
        crashed.resume(new OffsetRange(0, 0));
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        var announcement = forum.announcement();
        topics.announce(announcement);
        var unannounced = crashed.apply(0, 1, List.of(announcement));

        start();
        await().until(() -> !topics.refreshed().isEmpty());

        assertThat(topics.refreshed()).singleElement().satisfies(refreshed -> {
            assertThat(refreshed.generation()).isEqualTo(unannounced.generation());
            assertThat(refreshed.scopes()).isEmpty();
        });
        expectRightNumbers(1);
    }

    @Test
    void aCrashBetweenWritingAndCommitLeavesNothingHalfDone() throws Exception {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        try (var blocker = dataSource.getConnection()) {
            holdUpARefresh(blocker);

            servers.cutConnections();

            await().untilAsserted(() -> expectRightNumbers(1));
        }
    }

    @Test
    void announcementsThatAreDeletedUnreadLeadToARebuild() throws Exception {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        try (var blocker = dataSource.getConnection()) {
            holdUpARefresh(blocker);

            // The consumer may fetch one announcement ahead, but not two.
            forum.post(Post.of(6, 1, 101, "2024-01-02T12:00:00Z"));
            topics.announce(forum.announcement());
            Thread.sleep(1_000);
            forum.post(Post.of(7, 1, 102, "2024-01-03T12:00:00Z"));
            topics.announce(forum.announcement());
            topics.deleteAnnouncements();
        }

        await().untilAsserted(() -> expectRightNumbers(3));
    }

    @Test
    void whatCannotBeAppliedIsSetAsideAndTheRestGoesOn() {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        topics.garbage("{\"posts\":");
        topics.announce(new PostVanished(5, 1, Instant.EPOCH));
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        topics.announce(forum.announcement());
        var poison = new TouchedPost(6, 1, 100, Long.MAX_VALUE, true);
        forum.post(Post.of(7, 1, 100, "2024-01-01T12:00:00Z"));
        var sound = forum.announcement();
        topics.announce(with(sound, Stream.concat(Stream.of(poison), sound.posts().stream())));
        forum.post(Post.of(8, 1, 100, "2024-01-01T12:00:00Z"));
        topics.announce(forum.announcement());

        await().untilAsserted(() -> expectRightNumbers(3));
        await().untilAsserted(() -> assertThat(topics.deadLetters()).hasSize(3));
        var letter = topics.deadLetters().get(0);
        assertThat(letter.key()).isEqualTo("test");
        assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"posts\":");
        assertThat(header(letter, "cause")).contains("no type header");
        assertThat(header(letter, "source-topic")).isEqualTo(Topic.CHANGES.name());
        assertThat(header(letter, "source-partition")).isEqualTo("0");
        assertThat(header(letter, "source-offset")).isEqualTo("0");
        assertThat(Instant.parse(header(letter, "failed-at"))).isBeforeOrEqualTo(Instant.now());
        var last = topics.deadLetters().get(2);
        assertThat(header(last, "source-offset")).isEqualTo("3");
        assertThat(last.value()).isEqualTo(new EventCodec().encode(with(sound, Stream.of(poison))));
        assertThat(last.key()).isEqualTo("test");
        assertThat(last.headers().lastHeader(Topic.TYPE_HEADER)).isNotNull();
    }

    private static ForumChanged with(ForumChanged change, Stream<TouchedPost> posts) {
        return new ForumChanged(
                "test", posts.toList(), change.movedThreads(), change.boards(), change.users(), change.observedAt());
    }

    @Test
    void aRebuildBySomebodyElseIsAnnounced() {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        new RollupRebuild(dataSource).run();

        await().untilAsserted(() -> assertThat(topics.refreshed())
                .hasSize(2)
                .extracting(StatsRefreshed::scopes)
                .containsOnly(List.of()));
    }

    @Test
    void goesOnAfterTheServersWereAway() {
        start();
        await().until(() -> !topics.refreshed().isEmpty());
        for (var pid = 1; pid <= 30; pid++) {
            forum.post(Post.of(pid, 1, pid % 3 + 1, "2024-01-01T12:00:00Z"));
            topics.announce(forum.announcement());
            if (pid % 7 == 0) {
                servers.cutConnections();
            }
            if (pid == 15) {
                servers.restartKafka();
            }
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> expectRightNumbers(30));
    }

    @Test
    void oneProcessTakesOverFromAnother() {
        var first = start();
        await().until(() -> !topics.refreshed().isEmpty());
        start();
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        topics.announce(forum.announcement());
        await().untilAsserted(() -> expectRightNumbers(1));
        first.stop();

        forum.post(Post.of(6, 1, 100, "2024-01-01T12:00:00Z"));
        topics.announce(forum.announcement());
        await().untilAsserted(() -> expectRightNumbers(2));
    }

    /** Until the connection is closed. */
    private void holdUpARefresh(Connection blocker) throws SQLException {
        blocker.setAutoCommit(false);
        try (var statement = blocker.createStatement()) {
            // The last of the rollups that a refresh writes.
            statement.execute("LOCK TABLE stats.board_weekday IN EXCLUSIVE MODE");
        }
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        topics.announce(forum.announcement());
        await().until(this::somebodyWaitsForALock);
    }

    private boolean somebodyWaitsForALock() {
        return Objects.requireNonNull(new JdbcTemplate(dataSource)
                        .queryForObject(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
                                Long.class))
                > 0;
    }

    private void expectRightNumbers(long posts) {
        assertThat(new JdbcTemplate(dataSource)
                        .queryForList("SELECT posts FROM stats.board_year WHERE bid = 0 AND year = 0", Long.class))
                .containsExactly(posts);
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(StatsTopics.header(letter, name), UTF_8);
    }
}
