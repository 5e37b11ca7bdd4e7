package potstats2.standalone.operate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import potstats2.ingest.dump.TopicDump;
import potstats2.standalone.progress.Display;

/** Writes the forum's topics into a file. */
@Command(
        name = "dump",
        description = "Writes all that was read from the forum, the topics forum.*, into one file, with checksums.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DumpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "must not exist")
    private Path file;

    @Mixin
    private KafkaOptions options;

    @Override
    public Integer call() throws IOException {
        var display = Display.ofLongWork(spec.commandLine().getErr());
        var records = new TopicDump(options.connection())
                .write(
                        file,
                        (topic, number) -> display.progress(
                                List.of(String.format(Locale.ROOT, "%s: %,d records in all", topic, number))));
        display.progress(List.of());
        var out = spec.commandLine().getOut();
        records.forEach((topic, number) -> out.println(String.format(Locale.ROOT, "%-15s %,12d", topic, number)));
        out.flush();
        return spec.exitCodeOnSuccess();
    }
}
