package potstats2.standalone.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import potstats2.analytics.rollup.RollupRebuild;
import potstats2.standalone.progress.Display;

/** Recomputes all statistics, beside a running system or without one. */
@Command(
        name = "rebuild",
        description =
                "Recomputes all statistics from the posts. A running system goes on answering with the old numbers"
                        + " until the new ones are there.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RebuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions options;

    @Override
    public Integer call() {
        var display = Display.ofLongWork(spec.commandLine().getErr());
        try (var database = options.open()) {
            var began = Instant.now();
            var rebuild = RollupRebuild.of(database.jdbcUrl(), database.user(), database.password());
            var rows = rebuild.run(new RecomputationDisplay(display));
            display.progress(List.of());
            var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            spec.commandLine()
                    .getOut()
                    .println(String.format(
                            Locale.ROOT,
                            "Rebuilt in %.1f s; %,d %s wrong",
                            seconds,
                            rows,
                            rows == 1 ? "row was" : "rows were"));
        }
        spec.commandLine().getOut().flush();
        return spec.exitCodeOnSuccess();
    }
}
