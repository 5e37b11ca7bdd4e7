package potstats2.standalone.operate;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import potstats2.runtime.settings.ServerSettings;
import potstats2.standalone.OperationsFile;

/** Whose topics a command works on. */
final class KafkaOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "of the running system, default: ~/.potstats2")
    private @Nullable String dataDir;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "these brokers")
    private @Nullable String kafka;

    Map<String, Object> connection() {
        return Map.of("bootstrap.servers", servers());
    }

    private String servers() {
        if (kafka != null) {
            try {
                return ServerSettings.kafka(kafka);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--kafka: " + e.getMessage(), e);
            }
        }
        Map<String, Object> overrides = dataDir == null ? Map.of() : Map.of("potstats2.standalone.data-dir", dataDir);
        return OperationsFile.read(overrides)
                .map(OperationsFile::kafka)
                .orElseThrow(() ->
                        new OperationFailedException("nothing is running" + (dataDir == null ? "" : " on " + dataDir)));
    }
}
