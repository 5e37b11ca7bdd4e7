package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import potstats2.runtime.settings.MachineDefaults;
import potstats2.standalone.Standalone;
import potstats2.standalone.progress.OnePass;

/**
 * The whole system, begun again and again in one process, each time with empty databases: after the first rounds it has
 * no code left to load and little to compile.
 */
public final class WarmSystem implements AutoCloseable {
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final String STARTED = "started ";
    private static final String DONE = "done ";

    private final Child child;
    private final Api api;

    private WarmSystem(Child child, Api api) {
        this.child = child;
        this.api = api;
    }

    /** Begins the first round. */
    public static WarmSystem start(SimulatorProcess forum, int rounds, Path directory) throws IOException {
        var api = new Api(Ports.free());
        var arguments = List.of(
                forum.forumUrl(),
                forum.profileUrl(),
                directory.toString(),
                String.valueOf(api.port()),
                String.valueOf(rounds));
        var command = Child.java(StandaloneProcess.OPTIONS, WarmSystem.class.getName(), arguments);
        return new WarmSystem(Child.start("warm", directory, Map.of(), command), api);
    }

    public Api api() {
        return api;
    }

    /** Returns when everything runs. */
    public void awaitStart(int round) throws TimeoutException {
        child.awaitLine(STARTED + round);
    }

    /** Returns when nothing will be asked for any more in this round. */
    public void awaitEnd(int round) throws TimeoutException {
        child.awaitLine(DONE + round);
    }

    @Override
    public void close() {
        child.close();
    }

    /** The process: all rounds, each of one pass over the forum. */
    public static void main(String... arguments) throws Exception {
        MachineDefaults.setAside();
        // Four applications in one process: none of them may set up the log for itself.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var rounds = Integer.parseInt(arguments[4]);
        for (var round = 1; round <= rounds; round++) {
            var data = Path.of(arguments[2], "round-" + round);
            var settings = Map.<String, Object>of(
                    "potstats2.crawler.forum-url",
                    arguments[0],
                    "potstats2.crawler.profile-url",
                    arguments[1],
                    "potstats2.crawler.request-delay",
                    "0ms",
                    "potstats2.crawler.request-timeout",
                    HELD.toSeconds() + "s",
                    "potstats2.crawler.schedule",
                    "once",
                    "potstats2.standalone.data-dir",
                    data.toString(),
                    "potstats2.standalone.api-port",
                    arguments[3]);
            try (var system = new Standalone(settings)) {
                // Told to end in the middle, it must not leave its servers behind.
                Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
                system.start();
                Await.until("the numbers to follow the topics", HELD, () -> AnalyticsHealth.isFollowing(data));
                System.out.println(STARTED + round);
                new OnePass(system.crawl(), system.kafka(), system.apiUrl()).await();
                System.out.println(DONE + round);
            }
        }
        System.exit(0);
    }
}
