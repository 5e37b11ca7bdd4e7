package potstats2.standalone.operate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import potstats2.runtime.settings.HttpAddress;
import potstats2.standalone.OperationsFile;

/** Which running system a command operates. */
final class OperationsOptions {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "of the running system, default: ~/.potstats2")
    private @Nullable String dataDir;

    @Option(
            names = "--service",
            paramLabel = "NAME=URL",
            description =
                    "where a service runs that was started alone, e.g. ingest-service=http://host:8082; needs --token")
    private Map<String, String> services = new TreeMap<>();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:POTSTATS2_OPERATIONS_TOKEN}",
            description = "potstats2.operations.token of such services, default: $POTSTATS2_OPERATIONS_TOKEN")
    private @Nullable String token;

    OperationsClient crawler() {
        return client("crawler-service");
    }

    OperationsClient ingest() {
        return client("ingest-service");
    }

    OperationsClient analytics() {
        return client("analytics-service");
    }

    private OperationsClient client(String service) {
        var url = services.get(service);
        if (url != null) {
            return new OperationsClient(service, address(url), token == null ? "" : token);
        }
        if (!services.isEmpty()) {
            throw new OperationFailedException(
                    "this is for " + service + ", but --service names " + String.join(", ", services.keySet()));
        }
        Map<String, Object> overrides = dataDir == null ? Map.of() : Map.of("potstats2.standalone.data-dir", dataDir);
        return OperationsFile.read(overrides)
                .flatMap(running -> Optional.ofNullable(running.services().get(service))
                        .map(there -> new OperationsClient(service, there, running.token())))
                .orElseThrow(() ->
                        new OperationFailedException("nothing is running" + (dataDir == null ? "" : " on " + dataDir)));
    }

    private HttpAddress address(String url) {
        try {
            return HttpAddress.of(url);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--service: '" + url + "' is not an address: " + e.getMessage(), e);
        }
    }
}
