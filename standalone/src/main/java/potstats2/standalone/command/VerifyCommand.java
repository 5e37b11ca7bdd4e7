package potstats2.standalone.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.analytics.rollup.RollupVerification.Difference;
import potstats2.standalone.progress.Display;

/** Compares all statistics with a full recomputation, beside a running system or without one. */
@Command(
        name = "verify",
        description =
                "Compares all statistics with a full recomputation from the posts. Ends with 0 when all are right and"
                        + " with 1 after naming those that are not.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions options;

    @Option(names = "--list", paramLabel = "N", defaultValue = "100", description = "name N at most (${DEFAULT-VALUE})")
    private int listed;

    @Override
    public Integer call() {
        var display = Display.ofLongWork(spec.commandLine().getErr());
        try (var database = options.open()) {
            var verification = RollupVerification.of(database.jdbcUrl(), database.user(), database.password());
            var differences = verification.runBesideRefreshes(LONGEST_REFRESH, new RecomputationDisplay(display));
            display.progress(List.of());
            var out = spec.commandLine().getOut();
            differences.stream().limit(listed).map(VerifyCommand::inOneLine).forEach(out::println);
            out.println(count(differences.size()));
            out.flush();
            return differences.isEmpty() ? spec.exitCodeOnSuccess() : DIFFERENT;
        }
    }

    private static String count(int differences) {
        return differences == 1 ? "1 difference" : String.format(Locale.ROOT, "%,d differences", differences);
    }

    private static String inOneLine(Difference difference) {
        return "%s %s: stored %s, should be %s"
                .formatted(
                        difference.rollup(),
                        difference.key(),
                        Objects.requireNonNullElse(difference.stored(), "nothing"),
                        Objects.requireNonNullElse(difference.recomputed(), "nothing"));
    }
}
