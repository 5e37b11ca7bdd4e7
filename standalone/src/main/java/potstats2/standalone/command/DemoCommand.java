package potstats2.standalone.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.LiveTraffic;
import potstats2.simulator.SimulatorOptions;

/** A made-up forum in use, crawled and served: the quickest way to see what this is. */
@Command(
        name = "demo",
        description = "Crawls a simulated forum with live traffic and serves its statistics.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final int POSTS = 20_000;
    private static final String DATA_DIR = "~/.potstats2/demo";
    private static final double EVENTS_PER_SECOND = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--api-port", paramLabel = "N", description = "default: 8080")
    private @Nullable Integer apiPort;

    @Override
    public Integer call() throws Exception {
        try (var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(POSTS))) {
            forum.startTraffic(LiveTraffic.atRate(EVENTS_PER_SECOND));
            var out = spec.commandLine().getOut();
            out.println("Forum made up for the demo: " + forum.truthUrl());
            return new SystemRun(overrides(forum), false, false, out).run();
        }
    }

    private Map<String, Object> overrides(ForumSimulator forum) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("potstats2.crawler.forum-url", forum.forumUrl());
        settings.put("potstats2.crawler.profile-url", forum.profileUrl());
        settings.put("potstats2.crawler.request-delay", "0ms");
        settings.put("potstats2.crawler.pass-interval", "500ms");
        settings.put("potstats2.standalone.data-dir", DATA_DIR);
        settings.put("potstats2.standalone.fresh", true);
        if (apiPort != null) {
            settings.put("potstats2.standalone.api-port", apiPort);
        }
        return settings;
    }
}
