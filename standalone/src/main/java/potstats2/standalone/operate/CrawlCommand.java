package potstats2.standalone.operate;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the crawler for a pass. */
@Command(
        name = "crawl",
        description = "Asks the crawler for a pass now, after the one it is making. The request outlives a restart.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class CrawlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--board",
            paramLabel = "BID|all",
            defaultValue = "all",
            description = "which board, default: ${DEFAULT-VALUE}")
    private String board;

    @Option(names = "--full", description = "read every page again, not only what moved")
    private boolean full;

    @Mixin
    private OperationsOptions options;

    @Override
    public Integer call() {
        options.crawler().post("crawl", Map.of("board", board, "full", String.valueOf(full)));
        var out = spec.commandLine().getOut();
        out.println("Asked for a " + (full ? "full pass" : "pass") + " over "
                + (board.equals("all") ? "all boards" : "board " + board));
        out.flush();
        return spec.exitCodeOnSuccess();
    }
}
