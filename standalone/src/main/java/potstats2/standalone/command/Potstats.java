package potstats2.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import potstats2.runtime.settings.BadSettingException;
import potstats2.runtime.settings.MachineDefaults;
import potstats2.simulator.SimulateCommand;
import potstats2.standalone.operate.CrawlCommand;
import potstats2.standalone.operate.DeadLettersCommand;
import potstats2.standalone.operate.DumpCommand;
import potstats2.standalone.operate.LoadCommand;
import potstats2.standalone.operate.PauseCommand;
import potstats2.standalone.operate.ReplayCommand;
import potstats2.standalone.operate.ResetDatabaseCommand;
import potstats2.standalone.operate.ResumeCommand;
import potstats2.standalone.progress.Display;

/** The command line. */
@Command(
        name = "potstats",
        description = "Statistics of a discussion forum, crawled politely, kept exactly, served live.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            CacheCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            CrawlCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            ReplayCommand.class,
            ResetDatabaseCommand.class,
            DeadLettersCommand.class,
            DumpCommand.class,
            LoadCommand.class,
            TestCommand.class,
            BenchmarkCommand.class,
            SimulateCommand.class
        },
        footer = {
            "",
            "Settings can also stand in ~/.config/potstats2.yml or in environment variables POTSTATS2_*;",
            "a variable wins over the file, an option over both."
        })
public final class Potstats implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String... args) {
        MachineDefaults.setAside();
        // Four applications in one process: none of them may set up the log for itself.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        var command = commandLine();
        if (!Display.isTerminal()) {
            // Whatever letters the machine knows: this is read by programs.
            command.setOut(new PrintWriter(System.out, true, UTF_8));
            command.setErr(new PrintWriter(System.err, true, UTF_8));
        }
        System.exit(command.execute(args));
    }

    static CommandLine commandLine() {
        var command = new CommandLine(new Potstats());
        var version = Potstats.class.getPackage().getImplementationVersion();
        var shown = "potstats2 " + (version == null ? "development" : version);
        command.getCommandSpec().version(shown);
        command.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(shown));
        return command.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Potstats::complain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** One line for the user; what is worth more stands in the log. */
    private static int complain(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        err.println("potstats2: " + firstLine(reason(failure)));
        err.flush();
        if (failure instanceof BadSettingException) {
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        LoggerFactory.getLogger(Potstats.class).error("{} failed", parsed.originalArgs(), failure);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** Where a service does not start, Spring tells first which of its parts needed which other. */
    private static Throwable reason(Exception failure) {
        return failure instanceof BeansException ? NestedExceptionUtils.getMostSpecificCause(failure) : failure;
    }

    private static String firstLine(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.toString()
                : message.lines().findFirst().orElse(message);
    }
}
