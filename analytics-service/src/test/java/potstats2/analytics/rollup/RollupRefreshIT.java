package potstats2.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import potstats2.analytics.rollup.ForumTables.Linked;
import potstats2.analytics.rollup.ForumTables.Post;
import potstats2.analytics.rollup.ForumTables.Text;
import potstats2.events.ForumChanged;
import potstats2.events.StatsRefreshed.BoardPosts;
import potstats2.events.StatsRefreshed.Scope;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.POSTGRES)
class RollupRefreshIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BEGIN = Instant.parse("2023-11-01T00:00:00Z");

    private static DataSource dataSource;

    private ForumTables forum;
    private RollupRefresh rollups;
    private long position;

    @BeforeAll
    static void tables(Servers servers) throws Exception {
        dataSource = ForumTables.migrated(servers.postgres());
    }

    @BeforeEach
    void emptyForum() {
        forum = ForumTables.emptied(dataSource);
        begin(BERLIN);
    }

    private void begin(ZoneId zone) {
        rollups = new RollupRefresh(dataSource, zone);
        position = rollups.resume(new OffsetRange(0, position));
    }

    @Test
    void aPostCountsOnceItsThreadIsKnown() {
        forum.post(Post.of(7, 1, 100, "2024-01-01T12:00:00Z").saying(Text.of("Grüße 😀")));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().userHour()).isEmpty();

        forum.thread(1, 14);
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().userHour()).containsEntry("100,2024-01-01,13,14", "1,0,7,1,0,0");
    }

    @Test
    void aSmallerPidThatArrivesLaterStartsTheThread() {
        forum.thread(1, 14);
        forum.post(Post.of(7, 1, 100, "2024-01-01T12:00:00Z"));
        refresh();
        forum.post(Post.of(5, 1, 200, "2023-12-31T22:59:59Z"));
        refresh();

        expectRightNumbers(BERLIN);
        assertThat(stored().threadStarts()).containsEntry("1", "5,200,14,2023-12-31,23");
    }

    @Test
    void aThreadTakesItsPostsToAnotherBoard() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        forum.post(Post.of(6, 1, 200, "2024-01-02T12:00:00Z"));
        refresh();
        forum.thread(1, 43);
        var refreshed = refresh();

        expectRightNumbers(BERLIN);
        assertThat(stored().boardYear()).containsOnlyKeys("0,0", "0,2024", "43,0", "43,2024");
        assertThat(refreshed.scopes()).containsExactly(new Scope(2024, 14), new Scope(2024, 43));
    }

    @Test
    void aPostThatIsGoneCountsInNothingAndCanComeBack() {
        forum.thread(1, 14);
        var post = Post.of(5, 1, 100, "2024-01-01T12:00:00Z");
        forum.post(post);
        refresh();
        forum.post(post.asGone(true));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().boardDay()).isEmpty();

        forum.post(post.asGone(false));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().boardDay()).containsEntry("0,2024-01-01", "1,0,0,1,1");
    }

    @Test
    void aUserIsCountedOncePerBucketHoweverManyBoardsAndPosts() {
        forum.thread(1, 14);
        forum.thread(2, 43);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        forum.post(Post.of(6, 2, 100, "2024-01-01T12:30:00Z"));
        forum.post(Post.of(7, 2, 100, "2023-01-02T12:30:00Z"));
        forum.post(Post.of(8, 2, 200, "2023-01-02T13:30:00Z"));
        refresh();

        expectRightNumbers(BERLIN);
        assertThat(stored().boardYear()).containsEntry("0,0", "4,0,0,2,2").containsEntry("0,2024", "2,0,0,2,1");
        assertThat(stored().boardHour()).containsEntry("0,0,1,13", "3,0,0,2,1");
        assertThat(stored().boardWeekday()).containsEntry("0,0,1", "4,0,0,2,2");
    }

    @Test
    void aQuoteCountsFromWhenTheQuotedPostIsKnownAndWhileItIsNotGone() {
        forum.thread(1, 14);
        forum.thread(2, 43);
        forum.post(Post.of(7, 2, 100, "2024-01-01T12:00:00Z").saying(new Text("", List.of(5L, 5L, 6L), List.of())));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().quoteRelation()).isEmpty();

        var quoted = Post.of(5, 1, 200, "2023-01-01T12:00:00Z");
        forum.post(quoted);
        var refreshed = refresh();
        expectRightNumbers(BERLIN);
        assertThat(refreshed.scopes()).containsExactly(new Scope(2023, 14), new Scope(2024, 43));
        assertThat(stored().quoteRelation())
                .containsEntry("43,2024,100,200", "2")
                .containsEntry("0,0,100,200", "2");
        assertThat(stored().userHour().get("100,2024-01-01,13,43")).endsWith(",1,1,0");
        assertThat(stored().userHour().get("200,2023-01-01,13,14")).endsWith(",1,0,1");

        forum.post(quoted.by(300));
        refresh();
        expectRightNumbers(BERLIN);

        forum.post(quoted.asGone(true));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().quoteRelation()).isEmpty();
    }

    @Test
    void anEditTakesQuotesAndLinksBack() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 200, "2023-01-01T12:00:00Z"));
        var post = Post.of(7, 1, 100, "2024-01-01T12:00:00Z");
        forum.post(post.saying(
                new Text("", List.of(5L), List.of(new Linked("link", "a.example"), new Linked("image", "b.example")))));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().domainYear())
                .containsKeys("0,all,a.example", "2024,link,a.example", "2024,image,b.example");

        forum.post(post.edited(new Text("nothing", List.of(), List.of(new Linked("link", "a.example")))));
        refresh();
        expectRightNumbers(BERLIN);
        assertThat(stored().domainYear())
                .containsOnlyKeys("0,all,a.example", "0,link,a.example", "2024,all,a.example", "2024,link,a.example");
        assertThat(stored().quoteRelation()).isEmpty();
    }

    @Test
    void saysWhichNumbersAreNew() {
        forum.thread(1, 14);
        forum.thread(2, 43);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        forum.post(Post.of(6, 2, 100, "2023-01-01T12:30:00Z"));
        forum.post(Post.of(7, 2, 200, "2023-01-01T12:30:00Z"));
        var first = refresh();
        assertThat(first.scopes()).containsExactly(new Scope(2023, 43), new Scope(2024, 14));
        assertThat(first.newPosts()).containsExactly(new BoardPosts(14, 1), new BoardPosts(43, 2));

        forum.userRenamed(100);
        assertThat(refresh().scopes()).containsExactly(new Scope(2023, 43), new Scope(2024, 14));
        forum.boardRenamed(43);
        var last = refresh();
        assertThat(last.scopes()).containsExactly(new Scope(2023, 43));
        assertThat(last.newPosts()).isEmpty();

        assertThat(touchedBy(last)).containsExactlyInAnyOrder("2023/43", "2023/0", "0/43", "0/0");
    }

    private List<String> touchedBy(Refreshed refreshed) {
        return new JdbcTemplate(dataSource)
                .queryForList(
                        "SELECT year || '/' || bid FROM stats.scopes WHERE generation = ?",
                        String.class,
                        refreshed.generation());
    }

    /** Such as that of a profile. */
    @Test
    void anAnnouncementThatNamesNothingTouchesWhatHoldsEverythingAndNoMore() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        refresh();

        var last = refresh(forum.announcement());

        assertThat(last.scopes()).isEmpty();
        assertThat(touchedBy(last)).containsExactly("0/0");
    }

    @Test
    void anAnnouncementAppliedAgainChangesNothing() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        var announcement = forum.announcement();
        refresh(announcement);

        assertThat(refresh(announcement).scopes()).isEmpty();
        expectRightNumbers(BERLIN);
    }

    @Test
    void whoLostThePositionWritesNothing() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        var announcement = List.of(forum.announcement());
        var zombie = new RollupRefresh(dataSource, BERLIN);
        rollups.apply(position, position + 1, announcement);

        assertThatThrownBy(() -> zombie.apply(position, position + 1, announcement))
                .isInstanceOf(LostPositionException.class);
        assertThat(zombie.resume(new OffsetRange(0, position + 1))).isEqualTo(position + 1);
        expectRightNumbers(BERLIN);
    }

    /** Half as many as there were posts lead to a recomputation, fewer are planned for as such. */
    @Test
    void thousandsOfChangesAtOnceLeaveTheRightNumbers() {
        for (var tid = 1; tid <= 12; tid++) {
            forum.thread(tid, tid % 2 == 0 ? 14 : 43);
        }
        var posts = LongStream.rangeClosed(1, 2_500)
                .mapToObj(pid -> Post.of(
                                pid,
                                1 + pid % 12,
                                1 + pid % 40,
                                BEGIN.plus(Duration.ofHours(pid)).toString())
                        .saying(new Text("words", List.of(pid - 1), List.of(new Linked("link", pid % 7 + ".example")))))
                .toList();
        posts.forEach(forum::post);
        var all = refresh();
        expectRightNumbers(BERLIN);
        assertThat(all.generation()).isEqualTo(2);
        assertThat(all.scopes())
                .containsExactlyInAnyOrder(
                        new Scope(2023, 14), new Scope(2023, 43), new Scope(2024, 14), new Scope(2024, 43));
        assertThat(all.newPosts()).containsExactly(new BoardPosts(14, 1250), new BoardPosts(43, 1250));

        posts.subList(100, 1_300)
                .forEach(post -> forum.post(post.edited(new Text("others", List.of(post.pid() + 1), List.of()))));
        var announcement = forum.announcement();
        refresh(announcement);
        expectRightNumbers(BERLIN);

        posts.forEach(post -> forum.post(post.asGone(post.pid() % 3 == 0)));
        var again = List.of(announcement, forum.announcement());
        assertThatThrownBy(() -> rollups.apply(position - 1, position + 1, again))
                .isInstanceOf(LostPositionException.class);
        refresh(again.toArray(ForumChanged[]::new));
        expectRightNumbers(BERLIN);
    }

    @Test
    void onlyFromHalfAsManyChangesAsPostsOnIsEverythingComputedAnew() {
        forum.thread(1, 14);
        var posts = LongStream.rangeClosed(1, 500)
                .mapToObj(pid -> Post.of(pid, 1, 1 + pid % 40, "2024-01-01T12:00:00Z"))
                .toList();
        posts.forEach(forum::post);
        refresh();
        new JdbcTemplate(dataSource)
                .update("INSERT INTO stats.domain_year (count, year, type, domain)"
                        + " VALUES (1, 1999, 'link', 'nowhere.example')");

        posts.subList(0, 249).forEach(post -> forum.post(post.edited(Text.of("one too few"))));
        refresh();
        assertThat(stored().domainYear()).containsOnlyKeys("1999,link,nowhere.example");

        posts.subList(0, 250).forEach(post -> forum.post(post.edited(Text.of("as many as it takes"))));
        refresh();
        assertThat(stored().domainYear()).isEmpty();
        expectRightNumbers(BERLIN);
    }

    @Test
    void hundredsOfChangesDoNotReadAllPosts() {
        LongStream.rangeClosed(1, 400).forEach(tid -> forum.thread(tid, 14));
        forum.announcement();
        forum.untoldPosts(40_000, 400);
        new RollupRebuild(dataSource).run();
        LongStream.rangeClosed(1, 400)
                .mapToObj(n -> Post.of(40_000 + n, n, n, "2024-01-01T12:00:00Z"))
                .forEach(forum::post);

        var jdbc = new JdbcTemplate(dataSource);
        // Within one transaction: it has one connection, which knows what it has read.
        var read = new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(status -> {
            var before = postsReadInSequence(jdbc);
            refresh();
            return postsReadInSequence(jdbc) - before;
        });
        assertThat(read).isLessThan(4_000);
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }

    private static long postsReadInSequence(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                        "SELECT seq_tup_read FROM pg_stat_xact_user_tables WHERE relid = 'forum.posts'::regclass",
                        Long.class)
                .get(0);
    }

    @Test
    void announcementsThatWereMissedLeadToARebuild() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        forum.announcement();

        position = new RollupRefresh(dataSource, BERLIN).resume(new OffsetRange(17, 25));
        assertThat(position).isEqualTo(25);
        expectRightNumbers(BERLIN);
        assertThat(stored().userHour()).isNotEmpty();
    }

    @Test
    void anotherTimeZoneLeadsToARebuild() {
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2023-12-31T23:30:00Z"));
        refresh();
        assertThat(stored().boardDay()).containsKey("14,2024-01-01");

        begin(ZoneId.of("UTC"));
        expectRightNumbers(ZoneId.of("UTC"));
        assertThat(stored().boardDay()).containsOnlyKeys("0,2023-12-31", "14,2023-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Sao_Paulo", "Atlantic/Azores", "Pacific/Apia"})
    void everyHourAroundAChangeOfTheClockIsCountedWhereItBelongs(String name) {
        var zone = ZoneId.of(name);
        begin(zone);
        forum.thread(1, 14);
        var pid = 0L;
        for (var change : clockChanges(zone)) {
            for (var hour = -30; hour <= 30; hour++) {
                forum.post(Post.of(
                        ++pid, 1, 100, change.plusSeconds(hour * 3600L + 1800).toString()));
            }
            refresh();
        }

        expectRightNumbers(zone);
    }

    /** Those of a year in which Samoa skipped a day, and the new year. */
    private static List<Instant> clockChanges(ZoneId zone) {
        var changes = new ArrayList<>(List.of(Instant.parse("2011-01-01T00:00:00Z")));
        var end = Instant.parse("2012-01-01T12:00:00Z");
        for (var next = zone.getRules().nextTransition(changes.get(0));
                next != null && next.getInstant().isBefore(end);
                next = zone.getRules().nextTransition(next.getInstant())) {
            changes.add(next.getInstant());
        }
        return changes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aRandomLifeLeavesTheRightNumbers(long seed) {
        var random = new Random(seed);
        var zone = List.of(BERLIN, ZoneId.of("UTC"), ZoneId.of("America/Sao_Paulo"))
                .get((int) (seed % 3));
        begin(zone);
        var life = new RandomLife(forum, random);
        var earlier = new ArrayList<ForumChanged>();
        for (var batch = 0; batch < 40; batch++) {
            life.live(random.nextInt(10) == 0 ? 400 : 1 + random.nextInt(30));
            var announcements = new ArrayList<>(List.of(forum.announcement()));
            if (random.nextInt(4) == 0 && !earlier.isEmpty()) {
                announcements.add(earlier.get(random.nextInt(earlier.size())));
            }
            earlier.add(announcements.get(0));
            refresh(announcements.toArray(ForumChanged[]::new));
            if (batch % 10 == 9) {
                expectRightNumbers(zone);
            }
        }
    }

    @Test
    void whatIsRefusedDoesNotKeepWhatIsNamedFromCounting() {
        forum.thread(1, 14);
        LongStream.rangeClosed(1, 300).forEach(pid -> forum.post(Post.of(pid, 1, pid, "2024-01-01T12:00:00Z")));
        var sound = forum.announcement();
        forum.thread(2, 14);
        forum.post(Post.of(1000, 2, 666, "2024-01-01T12:00:00Z"));
        var refused = forum.announcement();
        var jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("ALTER TABLE stats.user_hour ADD CONSTRAINT refusal CHECK (uid <> 666)");
        try {
            assertThatThrownBy(() -> refresh(sound)).hasMessageContaining("refusal");
            rollups.applyNamed(position, position, List.of(sound));
            assertThat(stored().userHour()).hasSize(300);
            assertThatThrownBy(() -> rollups.applyNamed(position, position, List.of(refused)))
                    .hasMessageContaining("refusal");
        } finally {
            jdbc.execute("ALTER TABLE stats.user_hour DROP CONSTRAINT refusal");
        }
        refresh(refused);
        expectRightNumbers(BERLIN);
    }

    private Refreshed refresh() {
        return refresh(forum.announcement());
    }

    private Refreshed refresh(ForumChanged... changes) {
        var next = position + changes.length;
        var refreshed = rollups.apply(position, next, List.of(changes));
        position = next;
        return refreshed;
    }

    private StoredNumbers stored() {
        return new StoredNumbers(dataSource);
    }

    private void expectRightNumbers(ZoneId zone) {
        var right = new Oracle(forum.posts(), forum.boardsOfThreads(), zone);
        var stored = stored();
        assertThat(stored.threadStarts()).isEqualTo(right.threadStarts());
        assertThat(stored.userHour()).isEqualTo(right.userHour());
        assertThat(stored.posterYear()).isEqualTo(right.posterYear());
        assertThat(stored.boardDay()).isEqualTo(right.boardDay());
        assertThat(stored.boardYear()).isEqualTo(right.boardYear());
        assertThat(stored.boardHour()).isEqualTo(right.boardHour());
        assertThat(stored.boardWeekday()).isEqualTo(right.boardWeekday());
        assertThat(stored.quoteRelation()).isEqualTo(right.quoteRelation());
        assertThat(stored.userDomain()).isEqualTo(right.userDomain());
        assertThat(stored.domainYear()).isEqualTo(right.domainYear());
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }
}
