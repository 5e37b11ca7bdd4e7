package potstats2.standalone.command;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import potstats2.runtime.settings.BadSettingException;
import potstats2.standalone.OperationsFile;
import potstats2.standalone.StandaloneSettings;

/** Which running system's API a command asks. */
final class ApiOptions {

    @Option(names = "--data-dir", paramLabel = "DIR", description = "of the running system, default: ~/.potstats2")
    private @Nullable String dataDir;

    @Option(
            names = "--api-port",
            paramLabel = "N",
            description = "where its API listens, default: what the system on the data directory says")
    private @Nullable Integer apiPort;

    /** Without a system on the data directory, the API may still be where it is configured to be. */
    URI api() {
        if (apiPort != null) {
            return atPort(apiPort);
        }
        Map<String, Object> overrides = dataDir == null ? Map.of() : Map.of("potstats2.standalone.data-dir", dataDir);
        var running = OperationsFile.read(overrides).flatMap(ApiOptions::api);
        if (running.isEmpty() && dataDir != null) {
            throw new BadSettingException("nothing is running on " + dataDir);
        }
        return running.orElseGet(() -> atPort(StandaloneSettings.of(overrides).apiPort()));
    }

    private static Optional<URI> api(OperationsFile running) {
        return Optional.ofNullable(running.services().get("stats-api-service"))
                .map(address -> URI.create(address.toString()));
    }

    private static URI atPort(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
