package potstats2.standalone.operate;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets the crawler go on after a pause. */
@Command(
        name = "resume",
        description = "Lets the crawler go on after a pause.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ResumeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperationsOptions options;

    @Override
    public Integer call() {
        options.crawler().post("resume", Map.of());
        spec.commandLine().getOut().println("Going on");
        spec.commandLine().getOut().flush();
        return spec.exitCodeOnSuccess();
    }
}
