package potstats2.standalone.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import potstats2.ingest.dump.TopicLoad;
import potstats2.standalone.progress.Display;

/** Puts a dump into an empty system. */
@Command(
        name = "load",
        description =
                "Puts a dump into the topics of a running, empty system, which makes everything else of it. The whole"
                        + " file is verified first. A load that was interrupted goes on where it was.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "written by dump")
    private Path file;

    @Mixin
    private KafkaOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var display = Display.ofLongWork(spec.commandLine().getErr());
        var load = TopicLoad.of(options.connection(), file);
        var size = Files.size(file);
        var sent = load.load(
                byteReached -> show(display, "verified", byteReached, size),
                (byteReached, of) -> show(display, "loaded", byteReached, of));
        display.progress(List.of());
        spec.commandLine().getOut().println(String.format(Locale.ROOT, "Loaded %,d records", sent));
        spec.commandLine().getOut().flush();
        return spec.exitCodeOnSuccess();
    }

    private static void show(Display display, String what, long reached, long of) {
        display.progress(List.of("%s: %s %%".formatted(what, of == 0 ? 100 : Math.min(100, reached * 100 / of))));
    }
}
