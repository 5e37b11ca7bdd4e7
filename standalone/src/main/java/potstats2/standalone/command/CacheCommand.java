package potstats2.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how much the cache of a running system helps, and empties it. */
@Command(
        name = "cache",
        description = "Says how often answers were there already, or forgets them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CacheCommand.Stats.class, CacheCommand.Invalidate.class})
final class CacheCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** What is done with a running API. */
    private abstract static class OfRunningApi implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ApiOptions options;

        abstract String ask(CacheClient client) throws IOException;

        @Override
        public Integer call() {
            var command = spec.commandLine();
            var api = options.api();
            try {
                command.getOut().println(ask(new CacheClient(api)));
                command.getOut().flush();
                return spec.exitCodeOnSuccess();
            } catch (IOException e) {
                var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                command.getErr().println("potstats2: no answer at " + api + " (" + reason + ")");
                command.getErr().flush();
                return spec.exitCodeOnExecutionException();
            }
        }
    }

    /** Prints the counters. */
    @Command(
            name = "stats",
            description = "Says for each API how often it was asked and how often the answer was there already.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Stats extends OfRunningApi {

        @Option(names = "--json", description = "as the API says it")
        private boolean json;

        @Override
        String ask(CacheClient client) throws IOException {
            var stats = client.stats();
            return json ? stats.toString() : CacheTable.of(stats);
        }
    }

    /** Empties the cache. */
    @Command(
            name = "invalidate",
            description = "Forgets all answers: each is computed anew when it is next asked for.",
            mixinStandardHelpOptions = true,
            sortOptions = false)
    static final class Invalidate extends OfRunningApi {

        @Override
        String ask(CacheClient client) throws IOException {
            client.invalidate();
            return "The cache is empty.";
        }
    }
}
