package potstats2.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.analytics.rollup.ForumTables.Linked;
import potstats2.analytics.rollup.ForumTables.Post;
import potstats2.analytics.rollup.ForumTables.Text;
import potstats2.analytics.rollup.RollupVerification.Difference;
import potstats2.servers.PostgresAddress;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.POSTGRES)
class RollupVerificationIT {

    private static DataSource dataSource;

    private static PostgresAddress address;

    private JdbcTemplate jdbc;
    private ForumTables forum;

    @BeforeAll
    static void tables(Servers servers) throws Exception {
        address = servers.postgres();
        dataSource = ForumTables.migrated(address);
    }

    @BeforeEach
    void twoPosts() {
        jdbc = new JdbcTemplate(dataSource);
        forum = ForumTables.emptied(dataSource);
        forum.thread(1, 14);
        forum.post(Post.of(5, 1, 100, "2024-01-01T12:00:00Z"));
        forum.post(Post.of(6, 1, 200, "2024-01-02T12:00:00Z")
                .saying(new Text("", List.of(5L), List.of(new Linked("link", "a.example")))));
        new RollupRefresh(dataSource, ZoneId.of("UTC")).resume(new OffsetRange(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void findsAMissingRow(Rollup rollup) {
        jdbc.update("DELETE FROM " + rollup.stored());

        var found = differencesOf(rollup);
        assertThat(found).isNotEmpty().allMatch(row -> row.stored() == null && row.recomputed() != null);
        expectThatARebuildRepairs(found.size());
    }

    @ParameterizedTest
    @EnumSource
    void findsASuperfluousRow(Rollup rollup) {
        var column = rollup.key().split(", ", 2)[0];
        jdbc.update(
                "INSERT INTO %1$s SELECT (t).* FROM (SELECT jsonb_populate_record(s, jsonb_build_object('%2$s', 77)) AS t FROM %1$s s LIMIT 1)"
                        .formatted(rollup.stored(), column));

        var found = differencesOf(rollup);
        assertThat(found).singleElement().matches(row -> row.stored() != null && row.recomputed() == null);
        expectThatARebuildRepairs(1);
    }

    @ParameterizedTest
    @EnumSource
    void findsAWrongNumber(Rollup rollup) {
        var column = switch (rollup) {
            case THREAD_STARTS -> "hour";
            case QUOTE_EDGES, LINK_EDGES, QUOTE_DAY, QUOTE_RELATION, LINK_DAY, USER_DOMAIN, DOMAIN_YEAR -> "count";
            default -> "edits";
        };
        jdbc.update("UPDATE %1$s SET %2$s = %2$s + 1".formatted(rollup.stored(), column));

        var found = differencesOf(rollup);
        assertThat(found).isNotEmpty().allMatch(row -> row.stored() != null && row.recomputed() != null);
        expectThatARebuildRepairs(found.size());
    }

    @Test
    void looksAgainWhileARefreshIsUnderWay() throws Exception {
        var refresh = new RollupRefresh(dataSource, ZoneId.of("UTC"));
        forum.post(Post.of(7, 1, 100, "2024-01-01T12:00:00Z"));
        var announcement = List.of(forum.announcement());
        var verification = RollupVerification.of(address.jdbcUrl(), address.user(), address.password());
        assertThat(verification.runBesideRefreshes(Duration.ofMillis(1), RecomputationProgress.UNWATCHED))
                .isNotEmpty();

        var later = CompletableFuture.runAsync(() -> refresh.apply(0, 1, announcement));
        assertThat(verification.runBesideRefreshes(Duration.ofMinutes(1), RecomputationProgress.UNWATCHED))
                .isEmpty();
        later.get();
    }

    @Test
    void anOlderInstallationHasItsMonthsOnceMigrated() throws Exception {
        forum.post(Post.of(7, 1, 100, "2024-02-01T12:00:00Z"));
        forum.post(Post.of(8, 1, 100, "2024-02-02T12:00:00Z"));
        rebuild().run();
        jdbc.execute("""
                DROP TABLE stats.board_month;
                DROP INDEX stats.user_hour_by_day, stats.quote_day_by_day, stats.link_day_by_day;
                DELETE FROM stats.databasechangelog WHERE filename LIKE '%003-periods.sql'
                """);

        ForumTables.migrate(dataSource);

        assertThat(new StoredNumbers(dataSource).boardMonth())
                .containsOnlyKeys("0,2024-01-01", "0,2024-02-01", "14,2024-01-01", "14,2024-02-01");
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }

    @Test
    void recomputationsAtOnceWaitForEachOther() {
        var wrong = jdbc.update("UPDATE stats.poster_year SET edits = edits + 1");

        var first = CompletableFuture.supplyAsync(() -> rebuild().run());
        var second = CompletableFuture.supplyAsync(() -> rebuild().run());
        var found = CompletableFuture.supplyAsync(
                () -> RollupVerification.of(address.jdbcUrl(), address.user(), address.password())
                        .run()
                        .size());

        assertThat(first.join() + second.join()).isEqualTo(wrong);
        assertThat(found.join()).isIn(0, wrong);
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }

    private static RollupRebuild rebuild() {
        return RollupRebuild.of(address.jdbcUrl(), address.user(), address.password());
    }

    private List<Difference> differencesOf(Rollup rollup) {
        var differences = new RollupVerification(dataSource).run();
        assertThat(differences).extracting(Difference::rollup).containsOnly(rollup.table());
        return differences;
    }

    private static void expectThatARebuildRepairs(int rows) {
        assertThat(new RollupRebuild(dataSource).run()).isEqualTo(rows);
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }
}
