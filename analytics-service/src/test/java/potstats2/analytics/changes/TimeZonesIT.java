package potstats2.analytics.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.SharedSettings;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Every time zone that can be configured means the same to Java and wherever it stands in SQL. */
@RealServers(Server.POSTGRES)
class TimeZonesIT {
    private static final long DAY = 86_400;
    private static final long FIRST = 0;
    /** From then on, the databases of Java and PostgreSQL may be of different years. */
    private static final long LAST_KNOWN = Instant.parse("2021-01-01T00:00:00Z").getEpochSecond();

    private static final long LAST = Instant.parse("2038-01-01T00:00:00Z").getEpochSecond();
    /** A few rules of former times are still put right. */
    private static final double CORRECTED = 0.1;

    private static JdbcTemplate jdbc;

    @BeforeAll
    static void connect(Servers servers) {
        var postgres = servers.postgres();
        jdbc = new JdbcTemplate(
                new SingleConnectionDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password(), true));
        jdbc.execute("CREATE TEMPORARY TABLE moments (at timestamptz)");
    }

    @Test
    void aZoneIsTheSameInEveryPathOrRefused() {
        var names = new TreeSet<>(ZoneId.getAvailableZoneIds());
        Stream.of("UTC", "GMT", "UT").forEach(prefix -> names.addAll(List.of(prefix + "+2", prefix + "-03:30")));
        names.addAll(List.of("CET", "EST", "MST", "HST", "+02:00", "-5", "Z", "europe/berlin", "SystemV/PST8PDT"));
        names.removeIf(TimeZonesIT::isRefused);

        assertThat(names).hasSizeGreaterThan(550).contains("UTC", "Europe/Berlin", "Etc/GMT+2", "Asia/Rangoon");
        assertThat(names).allSatisfy(TimeZonesIT::isTheSameInEveryPath);
    }

    private static void isTheSameInEveryPath(String name) {
        var zone = ZoneId.of(name);
        var moments = moments(zone);
        jdbc.update("TRUNCATE moments");
        jdbc.update(
                "INSERT INTO moments SELECT to_timestamp(unnest(?::float8[]))",
                moments.toString().replace('[', '{').replace(']', '}'));
        jdbc.queryForObject("SELECT set_config('TimeZone', ?, false)", String.class, name);
        assertThat(jdbc.queryForList(
                        "SELECT at::text FROM moments WHERE at::timestamp <> at AT TIME ZONE ?", String.class, name))
                .as("%s as the session's and as the statement's", name)
                .isEmpty();

        var known = moments.stream().filter(moment -> moment < LAST_KNOWN).toList();
        var local = jdbc.queryForList(
                "SELECT at::timestamp FROM moments WHERE at < to_timestamp(?) ORDER BY moments.at",
                LocalDateTime.class,
                LAST_KNOWN);
        var others = new ArrayList<LocalDateTime>();
        for (var i = 0; i < local.size(); i++) {
            var here = LocalDateTime.ofInstant(Instant.ofEpochSecond(known.get(i)), zone);
            if (!here.equals(local.get(i))) {
                others.add(here);
            }
        }
        assertThat(others.size()).as("%s in Java: %s", name, others).isLessThanOrEqualTo((int)
                (CORRECTED * local.size()));
    }

    /** Around each change of the clock, and every few weeks at another hour. */
    private static List<Long> moments(ZoneId zone) {
        var moments = new TreeSet<Long>();
        LongStream.iterate(FIRST, moment -> moment < LAST, moment -> moment + 40 * DAY + 3607)
                .forEach(moments::add);
        var rules = zone.getRules();
        for (var change = rules.nextTransition(Instant.ofEpochSecond(FIRST));
                change != null && change.toEpochSecond() < LAST;
                change = rules.nextTransition(change.getInstant())) {
            moments.add(change.toEpochSecond() - 1);
            moments.add(change.toEpochSecond());
        }
        return List.copyOf(moments);
    }

    private static boolean isRefused(String name) {
        try {
            return new SharedSettings(name).timeZone().isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    @Test
    void aNameThatTheDatabaseDoesNotHaveIsRefused() {
        var database = Objects.requireNonNull(jdbc.getDataSource());
        assertThatCode(() -> ChangesConfiguration.requireKnownToDatabase(database, "Europe/Berlin"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ChangesConfiguration.requireKnownToDatabase(database, "Mars/Phobos"))
                .isInstanceOf(BadSettingException.class)
                .hasMessage("potstats2.time-zone: PostgreSQL does not know \"Mars/Phobos\"");
    }
}
