package potstats2.standalone.operate;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the crawler ask the forum for nothing more until resume, restarts included. What it has read is counted. */
@Command(
        name = "pause",
        description =
                "Lets the crawler ask the forum for nothing more until resume, restarts included. What it has read is counted.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PauseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperationsOptions options;

    @Override
    public Integer call() {
        options.crawler().post("pause", Map.of());
        spec.commandLine().getOut().println("Paused");
        spec.commandLine().getOut().flush();
        return spec.exitCodeOnSuccess();
    }
}
