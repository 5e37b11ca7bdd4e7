package potstats2.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class UpCommandTests {

    @Test
    void leavesWhatIsNotGivenToTheConfiguration() {
        assertThat(overrides()).isEmpty();
    }

    @Test
    void turnsOptionsIntoSettings() {
        assertThat(overrides(
                        "--forum-url=http://127.0.0.1:1/bb/",
                        "--profile-url=http://127.0.0.1:1/my/",
                        "--board=14",
                        "--data-dir=/tmp/x",
                        "--api-port=18080",
                        "--time-zone=Europe/Berlin",
                        "--kafka=k:9092",
                        "--redis=redis://r:6379"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "potstats2.crawler.forum-url", "http://127.0.0.1:1/bb/",
                        "potstats2.crawler.profile-url", "http://127.0.0.1:1/my/",
                        "potstats2.crawler.boards", "14",
                        "potstats2.standalone.data-dir", "/tmp/x",
                        "potstats2.standalone.api-port", "18080",
                        "potstats2.time-zone", "Europe/Berlin",
                        "spring.kafka.bootstrap-servers", "k:9092",
                        "spring.data.redis.url", "redis://r:6379"));
        assertThat(overrides("--once")).containsEntry("potstats2.crawler.schedule", "once");
    }

    @Test
    void takesTheNamesThatServicesHaveInDocker() {
        assertThat(overrides(
                        "--forum-url=HTTP://bb_forum:8080/bb",
                        "--profile-url=http://müller.example/my",
                        "--postgres=postgresql://me:it@db_1/stats",
                        "--kafka=kafka_1:9092, müller.example:9092",
                        "--redis=redis://cache_1:6379"))
                .containsAllEntriesOf(Map.of(
                        "potstats2.crawler.forum-url", "http://bb_forum:8080/bb/",
                        "potstats2.crawler.profile-url", "http://xn--mller-kva.example/my/",
                        "spring.r2dbc.url", "r2dbc:postgresql://db_1:5432/stats",
                        "spring.liquibase.url", "jdbc:postgresql://db_1:5432/stats",
                        "spring.kafka.bootstrap-servers", "kafka_1:9092,xn--mller-kva.example:9092",
                        "spring.data.redis.url", "redis://cache_1:6379"));
    }

    @ParameterizedTest
    @CsvSource({"100ms,PT0.1S", "2s,PT2S", "1m,PT1M", "0ms,PT0S", "250,PT0.25S"})
    void readsDurations(String given, String expected) {
        assertThat(overrides("--request-delay=" + given))
                .containsExactly(Map.entry("potstats2.crawler.request-delay", expected));
    }

    @Test
    void takesADatabaseApart() {
        assertThat(overrides("--postgres=postgresql://me:it:is@db:5433/stats?sslmode=require"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "spring.r2dbc.url", "r2dbc:postgresql://db:5433/stats?sslmode=require",
                        "spring.r2dbc.username", "me",
                        "spring.r2dbc.password", "it:is",
                        "spring.liquibase.url", "jdbc:postgresql://db:5433/stats?sslmode=require",
                        "spring.liquibase.user", "me",
                        "spring.liquibase.password", "it:is"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--request-delay=soon | 'soon' is not a duration such as 100ms, 2s or 1m",
                "--request-delay=-1s | '-1s' is negative",
                "--api-port=http | 'http' is not an int",
                "--postgres=db | --postgres: it does not begin with a scheme such as http://",
                "--postgres=postgresql://me:x@db:0/stats | --postgres: its port is 0, not a number from 1 to 65535",
                "--postgres=postgresql://db/stats | --postgres: it names no user; wanted is postgresql://user:password@host:port/database",
                "--postgres=postgresql://me@db/ | --postgres: it names no database",
                "--kafka=k | --kafka: k is not of the form host:port",
                "--kafka=k:9092,l:x | --kafka: its port is x, not a number from 1 to 65535",
                "--redis=http://r | --redis: its scheme is http, not redis or rediss",
                "--forum-url=forum.example/bb/ | 'forum.example/bb/' is not an address such as http://host/path/: it does not begin with a scheme such as http://",
                "--profile-url=http://my.example:99999/ | its port is 99999, not a number from 1 to 65535",
                "--exit | --exit goes with --once only",
                "--bord=14 | Unknown option: '--bord=14'",
            })
    void namesAUsageErrorAndExitsWith2(String argument, String complaint) {
        var err = new StringWriter();

        var exitCode = Potstats.commandLine().setErr(new PrintWriter(err)).execute("up", argument);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains(complaint).doesNotContain("Exception");
    }

    private static Map<String, Object> overrides(String... args) {
        var command = new UpCommand();
        new CommandLine(command).parseArgs(args);
        return command.overrides();
    }
}
