package potstats2.analytics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.analytics.rollup.ForumTables.Linked;
import potstats2.analytics.rollup.ForumTables.Post;
import potstats2.analytics.rollup.ForumTables.Text;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.POSTGRES)
class RollupOverwriteIT {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static DataSource dataSource;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void tables(Servers servers) throws Exception {
        dataSource = ForumTables.migrated(servers.postgres());
        jdbc = new JdbcTemplate(dataSource);
    }

    @BeforeEach
    void forum() {
        var forum = ForumTables.emptied(dataSource);
        LongStream.rangeClosed(1, 5).forEach(tid -> forum.thread(tid, 14));
        LongStream.rangeClosed(1, 50)
                .mapToObj(pid -> Post.of(pid, 1 + pid % 5, 1 + pid % 7, "2024-01-01T12:00:00Z")
                        .saying(new Text("", List.of(pid - 1), List.of(new Linked("link", "some.example")))))
                .forEach(forum::post);
        new RollupRebuild(dataSource).run(ZONE, OptionalLong.of(0));
    }

    @Test
    void replacesRowsThatAreWrongOrTooManyAndAddsThoseThatAreMissing() {
        jdbc.update("UPDATE stats.user_hour SET posts = posts + 1 WHERE uid = 3");
        jdbc.update("UPDATE stats.poster_year SET uid = 1000 + uid WHERE uid = 3");
        jdbc.update("DELETE FROM stats.domain_year");
        jdbc.update("INSERT INTO stats.link_edges VALUES (1000, 1, 'link', 'other.example')");

        var meanwhile = new AtomicInteger();
        var rows = overwrite(meanwhile::incrementAndGet);

        assertThat(new RollupVerification(dataSource).run()).isEmpty();
        assertThat(rows).isEqualTo(storedRows());
        assertThat(meanwhile).hasValue(1);
    }

    @Test
    void numbersThatCannotBeComputedLeaveTheOldOnes() {
        jdbc.execute("CREATE TABLE stats.next_board_hour ()");
        try {
            assertThatThrownBy(this::overwrite)
                    .isInstanceOf(BadSqlGrammarException.class)
                    .hasMessageContaining("next_board_hour");
            assertThat(storedRows()).isPositive();
        } finally {
            jdbc.execute("DROP TABLE stats.next_board_hour");
        }
        expectToSucceed();
    }

    @Test
    void numbersThatCannotBeWrittenLeaveTheOldOnes() {
        jdbc.execute("ALTER TABLE stats.user_domain ADD CONSTRAINT impossible CHECK (count < 0) NOT VALID");
        try {
            assertThatThrownBy(this::overwrite)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("impossible");
        } finally {
            jdbc.execute("ALTER TABLE stats.user_domain DROP CONSTRAINT impossible");
        }
        expectToSucceed();
    }

    private void expectToSucceed() {
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
        assertThat(overwrite()).isEqualTo(storedRows());
        assertThat(new RollupVerification(dataSource).run()).isEmpty();
    }

    private long overwrite() {
        return overwrite(() -> {});
    }

    private long overwrite(Runnable meanwhile) {
        return new StatsDatabase(dataSource).inSnapshot(() -> new RollupOverwrite(dataSource).run(ZONE, meanwhile));
    }

    private static long storedRows() {
        return List.of(Rollup.values()).stream()
                .map(rollup -> jdbc.queryForObject("SELECT count(*) FROM " + rollup.stored(), Long.class))
                .mapToLong(Long::longValue)
                .sum();
    }
}
