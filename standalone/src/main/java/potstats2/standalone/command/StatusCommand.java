package potstats2.standalone.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import potstats2.standalone.progress.StatusClient;

/** Says how a running system is doing. */
@Command(
        name = "status",
        description = "Says what is crawled, what is in the statistics, and what lags behind.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as the API says it")
    private boolean json;

    @Mixin
    private ApiOptions options;

    @Override
    public Integer call() {
        var command = spec.commandLine();
        var api = options.api();
        var client = new StatusClient(api);
        try {
            var out = command.getOut();
            out.println(json ? client.json() : StatusTable.of(client.status()));
            out.flush();
            return spec.exitCodeOnSuccess();
        } catch (IOException e) {
            command.getErr().println("potstats2: nothing answers at " + api + " (" + reason(e) + ")");
            command.getErr().flush();
            return spec.exitCodeOnExecutionException();
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
