package potstats2.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.runtime.settings.CrawlerSettings.Mode;

class SettingsTests {

    @TempDir
    Path home;

    @Test
    void theCommandLineOverridesTheFileAndTheFileTheDefaults() throws IOException {
        file("potstats2: {crawler: {request-delay: 3s, boards: [14, 43], sweep: {mode: all}}}");

        var settings =
                settings(Map.of(), "--potstats2.crawler.request-delay=4s").get(CrawlerSettings.class);

        assertThat(settings.requestDelay()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.boards()).containsExactly(14L, 43L);
        assertThat(settings.sweep().mode()).isEqualTo(Mode.ALL);
        assertThat(settings.sweep().share()).isEqualTo(0.1);
    }

    @Test
    void overridesWinOverTheCommandLine() {
        var settings =
                settings(Map.of("potstats2.crawler.request-delay", "5s"), "--potstats2.crawler.request-delay=4s");

        assertThat(settings.get(CrawlerSettings.class).requestDelay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void namesAMisspeltSettingOfTheFile() throws IOException {
        var file = file("# mine\npotstats2:\n  crawler:\n    requst-delay: 3s\n");

        assertComplaint(
                "potstats2.crawler.requst-delay: unknown setting, did you mean potstats2.crawler.request-delay? (value \"3s\", "
                        + file + ", line 4)");
    }

    @Test
    void namesASettingOutsideOfAnySection() throws IOException {
        var file = file("crawler:\n  request-delay: 3s\n");

        assertComplaint(
                "crawler.request-delay: unknown setting, did you mean potstats2.crawler.request-delay? (value \"3s\", "
                        + file + ", line 2)");
    }

    @Test
    void namesAMisspeltSettingOfTheCommandLine() {
        assertComplaint(
                "potstats2.crawler.swep.mode: unknown setting, did you mean potstats2.crawler.sweep.mode? (value \"all\", command line)",
                "--potstats2.crawler.swep.mode=all");
    }

    @Test
    void leavesTheSettingsOfOtherServicesToThem() throws IOException {
        file(
                "potstats2: {time-zone: Europe/Berlin, ingest: {whatever: 1}}\nspring: {kafka: {bootstrap-servers: k:9092}}");

        assertThatCode(() -> check()).doesNotThrowAnyException();
    }

    @Test
    void acceptsSpringsOtherSpellings() throws IOException {
        file("potstats2: {crawler: {requestDelay: 3s, boards: 14}}");

        assertThat(settings(Map.of()).get(CrawlerSettings.class).requestDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThatCode(() -> check()).doesNotThrowAnyException();
    }

    @Test
    void namesAValueThatCannotBeRead() throws IOException {
        var file = file("potstats2:\n  crawler:\n    request-delay: soon\n");

        assertComplaint("potstats2.crawler.request-delay: \"soon\" is not a duration such as 500ms, 2s or 1m (" + file
                + ", line 3)");
    }

    @Test
    void namesTheChoices() {
        assertComplaint(
                "potstats2.crawler.sweep.mode: \"some\" is not one of old, all (command line)",
                "--potstats2.crawler.sweep.mode=some");
    }

    @Test
    void namesAValueThatIsRefused() throws IOException {
        var file = file("potstats2:\n  crawler:\n    request-delay: -3s\n");

        assertComplaint("potstats2.crawler.request-delay: must not be negative, but is PT-3S (" + file + ", line 3)");
    }

    @Test
    void namesTheLineThatIsNotYaml() throws IOException {
        var file = file("potstats2:\n  crawler:\n\trequest-delay: 3s\n");

        assertThatThrownBy(() -> check())
                .isInstanceOf(BadSettingException.class)
                .message()
                .startsWith(file + ", line 3: not YAML, ")
                .doesNotContain("\n");
    }

    @Test
    void namesAFileThatIsNotText() throws IOException {
        var file = file("potstats2: \u0000");

        assertThatThrownBy(() -> check())
                .isInstanceOf(BadSettingException.class)
                .message()
                .startsWith(file + ": not YAML, ")
                .doesNotContain("\n");
    }

    private void assertComplaint(String complaint, String... args) {
        assertThatThrownBy(() -> check(args))
                .isInstanceOf(BadSettingException.class)
                .hasMessage(complaint);
    }

    private void check(String... args) {
        settings(Map.of(), args).check(List.of(CrawlerSettings.class));
    }

    private Settings settings(Map<String, Object> overrides, String... args) {
        return new Settings(new SettingSources("probe", overrides, home.resolve("potstats2.yml"), List.of(args)));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(home.resolve("potstats2.yml"), yaml);
    }
}
