package potstats2.standalone.operate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import potstats2.standalone.progress.Display;

/** Empties the database of a running system, which then fills it again from the topics. */
@Command(
        name = "reset-database",
        description =
                "Empties all tables and has them filled again from the topics alone; the statistics grow with them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ResetDatabaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--yes", description = "do not ask")
    private boolean sure;

    @Mixin
    private OperationsOptions options;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var ingest = options.ingest();
        var analytics = options.analytics();
        if (!sure && !confirmed()) {
            out.println("Nothing was done");
            out.flush();
            return spec.exitCodeOnExecutionException();
        }
        ingest.post("reset", Map.of());
        var begun = ingest.get("replay");
        // What it had counted of the old posts goes, what is already there again is counted.
        analytics.post("reset", Map.of());
        var display = Display.ofLongWork(spec.commandLine().getErr());
        var read = new ReplayWatch(ingest, display).await(begun.path("partitions"));
        out.println(String.format(Locale.ROOT, "Filled again from the topics: %,d offsets", read));
        out.flush();
        return spec.exitCodeOnSuccess();
    }

    private boolean confirmed() throws IOException {
        var out = spec.commandLine().getOut();
        out.print("This empties all tables; the topics fill them again, which may take hours. Type yes to go on: ");
        out.flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
