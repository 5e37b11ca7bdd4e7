package potstats2.standalone.operate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import potstats2.standalone.progress.Display;

/** Has topics read again into the tables. */
@Command(
        name = "replay",
        description = "Has a topic read again into the tables, without a restart, and waits until it is. What is in the"
                + " tables already stays as it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--topic",
            required = true,
            description = "forum.posts, forum.threads, forum.boards or forum.profiles")
    private String topic;

    @Option(names = "--partition", paramLabel = "P", description = "default: all of them")
    private @Nullable Integer partition;

    @ArgGroup
    private @Nullable From from;

    @Mixin
    private OperationsOptions options;

    /** Where to begin. */
    static final class From {
        @Option(names = "--from-beginning", description = "the default")
        private boolean beginning;

        @Option(names = "--from-offset", paramLabel = "N", description = "at this offset of each partition")
        private @Nullable Long offset;

        @Option(names = "--from-time", paramLabel = "T", description = "e.g. 2024-12-31T23:59:59Z")
        private @Nullable Instant time;
    }

    @Override
    public Integer call() {
        var ingest = options.ingest();
        var started = ingest.post("replay", parameters());
        var display = Display.ofLongWork(spec.commandLine().getErr());
        var read = new ReplayWatch(ingest, display).await(started.path("partitions"));
        var out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "Read %s again: %,d offsets", topic, read));
        out.flush();
        return spec.exitCodeOnSuccess();
    }

    private Map<String, String> parameters() {
        var parameters = new HashMap<>(Map.of("topic", topic));
        put(parameters, "partition", partition);
        if (from != null && !from.beginning) {
            put(parameters, "offset", from.offset);
            put(parameters, "time", from.time);
        }
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
