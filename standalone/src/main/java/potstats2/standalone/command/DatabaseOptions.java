package potstats2.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import potstats2.standalone.PostgresSettings;
import potstats2.standalone.StatisticsDatabase;

/** Which database a command works on. */
final class DatabaseOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "whose database, running or not, default: ~/.potstats2")
    private @Nullable String dataDir;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            description = "this database: postgresql://user:password@host:port/database")
    private @Nullable String postgres;

    StatisticsDatabase open() {
        return StatisticsDatabase.open(overrides());
    }

    private Map<String, Object> overrides() {
        var settings = new LinkedHashMap<String, Object>();
        if (dataDir != null) {
            settings.put("potstats2.standalone.data-dir", dataDir);
        }
        if (postgres != null) {
            try {
                settings.putAll(PostgresSettings.of(postgres));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--postgres: " + e.getMessage(), e);
            }
        }
        return settings;
    }
}
