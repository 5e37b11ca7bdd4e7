package potstats2.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Here for the help alone: the script runs the measurements, which are a program of their own. */
@Command(
        name = "benchmark",
        description = "Measures what this promises, each figure beside its limit; --help names the options.",
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Run ./potstats benchmark");
    }
}
