package potstats2.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import potstats2.benchmark.report.JsonReport;
import potstats2.benchmark.report.Machine;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Table;
import potstats2.benchmark.rows.Row;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.Progress;
import potstats2.benchmark.system.Repository;
import potstats2.runtime.settings.MachineDefaults;
import potstats2.standalone.command.DurationConverter;

/** Measures what was promised, each figure beside its limit. */
@Command(
        name = "potstats benchmark",
        description = "Measures what potstats2 promises, each figure beside the limit it is compared with.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchmarkCommand implements Callable<Integer> {
    private static final int LEAST_POSTS = 1_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROW", arity = "0..*", description = "which rows of the table (all); --list names them")
    private List<String> names = new ArrayList<>();

    @Option(names = "--posts", paramLabel = "N", defaultValue = "20000", description = "posts (${DEFAULT-VALUE})")
    private int posts;

    @Option(names = "--json", description = "print for machines")
    private boolean json;

    @Option(names = "--results", paramLabel = "FILE", description = "also write the table to a Markdown file")
    private @Nullable Path results;

    @Option(names = "--list", description = "name the rows, measure nothing")
    private boolean list;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "how long the row soak takes, e.g. 90s, 5m or 2h (${DEFAULT-VALUE})")
    private Duration soak = Duration.ZERO;

    private boolean failed;

    public static void main(String... args) {
        MachineDefaults.setAside();
        System.exit(new CommandLine(new BenchmarkCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var rows = new Rows(soak);
        if (list) {
            rows.all().forEach(row -> out.printf("%-10s %s%n", row.name(), row.about()));
            return spec.exitCodeOnSuccess();
        }
        requireKnown(rows);
        if (posts < LEAST_POSTS) {
            throw new ParameterException(spec.commandLine(), "--posts: at least " + LEAST_POSTS);
        }
        var measured = measure(rows.named(names));
        var machine = Machine.ofThis();
        out.println(json ? new JsonReport().write(machine, posts, measured) : new Table(measured).plain());
        out.flush();
        if (results != null) {
            write(results, machine, measured);
        }
        return failed ? spec.exitCodeOnExecutionException() : spec.exitCodeOnSuccess();
    }

    private void requireKnown(Rows rows) {
        var unknown =
                names.stream().filter(name -> !rows.names().contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no such row: " + String.join(", ", unknown) + "; there are " + String.join(", ", rows.names()));
        }
    }

    private List<Measured> measure(List<Row> rows) throws Exception {
        var progress = new Progress(spec.commandLine().getErr());
        var measured = new ArrayList<Measured>();
        try (var laboratory = new Laboratory(posts, Repository.find(), progress)) {
            var stop = new Thread(laboratory::abandon, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            for (var row : rows) {
                progress.say("%s: %s", row.name(), row.about());
                try {
                    measured.addAll(row.measure(laboratory));
                } catch (Exception e) {
                    failed = true;
                    progress.say("%s could not be measured: %s", row.name(), e);
                    e.printStackTrace(spec.commandLine().getErr());
                    laboratory.closeBrokenSystem();
                }
            }
        }
        return measured;
    }

    private void write(Path file, Machine machine, List<Measured> measured) throws IOException {
        Files.writeString(file, """
                # Results

                Measured on %s by `./potstats benchmark %s`, on %s.

                %s
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        String.join(" ", spec.commandLine().getParseResult().originalArgs()),
                        machine,
                        new Table(measured).markdown()));
    }
}
