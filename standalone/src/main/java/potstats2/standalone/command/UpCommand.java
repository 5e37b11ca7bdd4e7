package potstats2.standalone.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import potstats2.runtime.settings.HttpAddress;
import potstats2.runtime.settings.ServerSettings;
import potstats2.standalone.PostgresSettings;

/**
 * Crawls a forum and serves its statistics. An option that is not given leaves the decision to the configuration; the
 * defaults named here are those of the settings.
 */
@Command(
        name = "up",
        description = "Crawls a forum and serves its statistics.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--forum-url",
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "default: https://forum.mods.de/bb/")
    private @Nullable HttpAddress forumUrl;

    @Option(
            names = "--profile-url",
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "default: http://my.mods.de/")
    private @Nullable HttpAddress profileUrl;

    @Option(names = "--board", paramLabel = "BID|all", description = "which board to read, default: all")
    private @Nullable String board;

    @Option(
            names = "--request-delay",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "between two requests to the forum, default: 100ms")
    private @Nullable Duration requestDelay;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "default: ~/.potstats2")
    private @Nullable String dataDir;

    @Option(names = "--api-port", paramLabel = "N", description = "default: 8080")
    private @Nullable Integer apiPort;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description =
                    "whose days and years are counted, default: Europe/Berlin for forum.mods.de, else this machine's")
    private @Nullable String timeZone;

    @Option(names = "--once", description = "one pass, wait until all of it is in the numbers, then stay up")
    private boolean once;

    @Option(names = "--exit", description = "with --once: then exit")
    private boolean exit;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "use this Kafka in place of the embedded one")
    private @Nullable String kafka;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "use this database: postgresql://user:password@host:port/database")
    private @Nullable String postgres;

    @Option(names = "--redis", paramLabel = "URL", description = "use this Redis: redis://host:port")
    private @Nullable String redis;

    @Override
    public Integer call() throws Exception {
        if (exit && !once) {
            throw new ParameterException(spec.commandLine(), "--exit goes with --once only");
        }
        return new SystemRun(overrides(), once, exit, spec.commandLine().getOut()).run();
    }

    Map<String, Object> overrides() {
        var settings = new LinkedHashMap<String, Object>();
        put(settings, "potstats2.crawler.forum-url", forumUrl);
        put(settings, "potstats2.crawler.profile-url", profileUrl);
        put(settings, "potstats2.crawler.boards", board);
        put(settings, "potstats2.crawler.request-delay", requestDelay);
        put(settings, "potstats2.crawler.schedule", once ? "once" : null);
        put(settings, "potstats2.standalone.data-dir", dataDir);
        put(settings, "potstats2.standalone.api-port", apiPort);
        put(settings, "potstats2.time-zone", timeZone);
        put(settings, "spring.kafka.bootstrap-servers", read("--kafka", kafka, ServerSettings::kafka));
        put(settings, "spring.data.redis.url", read("--redis", redis, ServerSettings::redis));
        settings.putAll(Objects.requireNonNullElse(read("--postgres", postgres, PostgresSettings::of), Map.of()));
        return settings;
    }

    private <T> @Nullable T read(String option, @Nullable String value, Function<String, T> reading) {
        try {
            return value == null ? null : reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
