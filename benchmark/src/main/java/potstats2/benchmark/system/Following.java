package potstats2.benchmark.system;

import java.nio.file.Path;
import java.util.Map;
import potstats2.standalone.OperationsFile;

/** Whether the numbers of a standalone system follow its topics. They do some moments after it has started. */
final class Following {
    private static final String ANALYTICS = "analytics-service";

    private Following() {}

    /**
     * Asks the service for it.
     *
     * @param data the system's data directory
     */
    static boolean isSo(Path data) {
        return OperationsFile.read(Map.of("potstats2.standalone.data-dir", data.toString()))
                .map(operations -> operations.services().get(ANALYTICS))
                .flatMap(service -> new Api(service.getPort()).ask("/actuator/health"))
                .filter(health ->
                        health.at("/components/changesHealth/details/following").asBoolean(false))
                .isPresent();
    }
}
