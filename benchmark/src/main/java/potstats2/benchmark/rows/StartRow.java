package potstats2.benchmark.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Api;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.Child;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.Ports;

/** The command that a newcomer types, until there is something to see. */
public final class StartRow implements Row {
    private static final int RUNS = 3;
    private static final double GOAL_SECONDS = 30;
    private static final Duration BUILD = Duration.ofMinutes(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "./potstats demo, built: from the command to the first numbers";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        build(laboratory);
        var first = new ArrayList<Double>();
        var all = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            start(laboratory, first, all);
            laboratory.progress().say("start: first numbers after %.1f s", first.get(run));
        }
        var ours = new Samples(first);
        return List.of(Measured.of("start", ours.median(), "s")
                .expecting(Goal.atMost(GOAL_SECONDS))
                .noting("the first crawl done after %.1f s; %s", new Samples(all).median(), ours.spread()));
    }

    private static void build(Laboratory laboratory) throws Exception {
        var command = List.of(laboratory.repository().script().toString(), "--version");
        try (var build = Child.start("build", laboratory.directory("build"), Map.of(), command)) {
            if (build.await(BUILD) != 0) {
                throw new IllegalStateException("the demo cannot be built: " + build.output());
            }
        }
    }

    private static void start(Laboratory laboratory, List<Double> first, List<Double> all) throws Exception {
        var directory = laboratory.directory("demo");
        var api = new Api(Ports.free());
        var command =
                List.of(laboratory.repository().script().toString(), "demo", "--api-port", String.valueOf(api.port()));
        // Another home, so that no demo of the user is in the way; what is unpacked once for all stays where it is.
        var cache = System.getenv()
                .getOrDefault("XDG_CACHE_HOME", home().resolve(".cache").toString());
        var environment = Map.of("JAVA_TOOL_OPTIONS", "-Duser.home=" + directory, "XDG_CACHE_HOME", cache);
        var began = System.nanoTime();
        try (var demo = Child.start("demo", directory, environment, command)) {
            Await.until("the first numbers", TIMEOUT, () -> {
                demo.requireAlive();
                return api.postsOfBoards() > 0;
            });
            first.add((System.nanoTime() - began) / 1e9);
            Await.until("the end of the first crawl", TIMEOUT, api::hasReadAll);
            all.add((System.nanoTime() - began) / 1e9);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }
}
