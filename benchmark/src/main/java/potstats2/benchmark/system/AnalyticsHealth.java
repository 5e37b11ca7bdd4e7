package potstats2.benchmark.system;

import java.nio.file.Path;
import java.util.Map;
import potstats2.standalone.OperationsFile;

/** What the analytics service of a standalone system says of itself. */
final class AnalyticsHealth {
    private AnalyticsHealth() {}

    /**
     * Whether the numbers follow the topics, which is some moments after the start.
     *
     * @param data the system's data directory
     */
    static boolean isFollowing(Path data) {
        return OperationsFile.read(Map.of("potstats2.standalone.data-dir", data.toString()))
                .map(operations -> operations.services().get(ForumSystem.ANALYTICS))
                .flatMap(service -> new Api(service.resolve("/").getPort()).ask("/actuator/health"))
                .filter(health ->
                        health.at("/components/changesHealth/details/following").asBoolean(false))
                .isPresent();
    }
}
