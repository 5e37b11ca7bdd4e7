package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import potstats2.standalone.command.Potstats;

/** The whole system as {@code ./potstats up} starts it, in one process. */
public final class StandaloneProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    /** As the script chooses them. */
    static final List<String> OPTIONS =
            List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m");

    private final Child child;
    private final Api api;

    private StandaloneProcess(Child child, Api api) {
        this.child = child;
        this.api = api;
    }

    /**
     * Starts it; returns when everything runs.
     *
     * @param passInterval between two passes over the forum
     */
    public static StandaloneProcess start(SimulatorProcess forum, Duration passInterval, Path directory)
            throws IOException, TimeoutException {
        var api = new Api(Ports.free());
        var data = directory.resolve("data");
        var arguments = List.of(
                "up",
                "--forum-url",
                forum.forumUrl(),
                "--profile-url",
                forum.profileUrl(),
                "--request-delay",
                "0ms",
                "--data-dir",
                data.toString(),
                "--api-port",
                String.valueOf(api.port()));
        var command = Child.java(OPTIONS, Potstats.class.getName(), arguments);
        var environment = Map.of(
                "POTSTATS2_CRAWLER_PASS_INTERVAL",
                passInterval.toMillis() + "ms",
                // The forum is held until all has started.
                "POTSTATS2_CRAWLER_REQUEST_TIMEOUT",
                START.toSeconds() + "s");
        var child = Child.start("standalone", directory, environment, command);
        try {
            Await.until("the system to start", START, () -> {
                child.requireAlive();
                return AnalyticsHealth.isFollowing(data)
                        && api.ask("/actuator/status").isPresent();
            });
            return new StandaloneProcess(child, api);
        } catch (TimeoutException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    public Api api() {
        return api;
    }

    public double cpuSeconds() {
        return ProcessCost.of(child.pid()).cpuSeconds();
    }

    @Override
    public void close() {
        child.close();
    }
}
