package potstats2.runtime.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.runtime.settings.BadSettingException;

class ServiceLauncherTests {

    @TempDir
    Path home;

    @Test
    void startsAServiceWithTheSettingsGiven() {
        try (var context = ServiceLauncher.start(Probe.SERVICE, Map.of("potstats2.crawler.request-delay", "2s"))) {
            assertThat(context.getEnvironment().getProperty("potstats2.crawler.request-delay"))
                    .isEqualTo("2s");
        }
    }

    @Test
    void refusesToStartAServiceWithABadSetting() {
        var overrides = Map.<String, Object>of("potstats2.crawler.request-delay", "soon");

        assertThatThrownBy(() -> ServiceLauncher.start(Probe.SERVICE, overrides))
                .isInstanceOf(BadSettingException.class);
    }

    @Test
    void aProcessEndsWithOneLineAboutABadVariable() throws Exception {
        assertThat(run(Map.of("POTSTATS2_CRAWLER_REQUST_DELAY", "3s")))
                .isEqualTo(new Ended(
                        2,
                        "potstats2: POTSTATS2_CRAWLER_REQUST_DELAY: unknown setting, did you mean"
                                + " POTSTATS2_CRAWLER_REQUEST_DELAY? (value \"3s\", environment variable)\n"));
        assertThat(run(Map.of("POTSTATS2_CRAWLER_REQUEST_DELAY", "soon")))
                .isEqualTo(new Ended(
                        2,
                        "potstats2: potstats2.crawler.request-delay: \"soon\" is not a duration such as 500ms, 2s or 1m"
                                + " (environment variable POTSTATS2_CRAWLER_REQUEST_DELAY)\n"));
    }

    @Test
    void aVariableOverridesTheFile() throws Exception {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(
                home.resolve(".config").resolve("potstats2.yml"), "potstats2: {crawler: {request-delay: soon}}");

        assertThat(run(Map.of()).exitCode()).isEqualTo(2);
        assertThat(run(Map.of("POTSTATS2_CRAWLER_REQUEST_DELAY", "3s")).exitCode())
                .isEqualTo(0);
    }

    private Ended run(Map<String, String> variables) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-Dlogging.level.root=off",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().putAll(variables);
        var running = process.start();
        try (var output = running.getInputStream()) {
            var text = new String(output.readAllBytes(), UTF_8);
            return new Ended(running.waitFor(), text);
        }
    }

    /**
     * How a process ended.
     *
     * @param exitCode what it returned
     * @param output what it printed
     */
    private record Ended(int exitCode, String output) {}
}
