package potstats2.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Here for the help alone: the script runs the tests, which need no built command. */
@Command(
        name = "test",
        description = "Runs every test of every module; what follows is for Maven.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Run ./potstats test");
    }
}
