package potstats2.benchmark.loops;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.rows.Row;
import potstats2.benchmark.system.Laboratory;

/**
 * A hot loop, measured by JMH in this process: short, several times.
 *
 * @param name of the row
 * @param about what is measured
 * @param limit what the same bytes are used for beside it
 * @param loop has a benchmark {@code ours} and a benchmark {@code limit}
 * @param unit what is counted
 * @param perCall how many of them one call handles
 */
public record LoopRow(String name, String about, String limit, Class<?> loop, String unit, ToIntFunction<Pages> perCall)
        implements Row {
    private static final TimeValue WARM_UP = TimeValue.seconds(1);
    private static final TimeValue TIME = TimeValue.milliseconds(500);
    private static final int WARM_UPS = 3;
    private static final int TIMES = 7;

    /** The rows there are. */
    public static List<Row> all() {
        return List.of(
                new LoopRow(
                        "parse",
                        "a page of the forum, from its bytes to records",
                        "the XML parser alone",
                        ParseLoop.class,
                        "pages/s",
                        Pages::count),
                new LoopRow(
                        "json",
                        "a post, from the record to a topic's bytes and back",
                        "a copy and the JSON parser alone",
                        JsonLoop.class,
                        "posts/s",
                        pages -> pages.posts().size()),
                new LoopRow(
                        "bbcode",
                        "a content scanned for quotes and links",
                        "looked through once for brackets",
                        BbcodeLoop.class,
                        "posts/s",
                        pages -> pages.posts().size()));
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws RunnerException {
        var count = perCall.applyAsInt(Pages.fetch());
        var ours = run("ours");
        var limitRate = run("limit").getPrimaryResult().getScore() * count;
        var statistics = ours.getPrimaryResult().getStatistics();
        return List.of(Measured.of(name, ours.getPrimaryResult().getScore() * count, unit)
                .beside(limit, limitRate)
                .noting(
                        "%d iterations of %s, %,.0f to %,.0f",
                        TIMES, TIME, statistics.getMin() * count, statistics.getMax() * count));
    }

    private RunResult run(String method) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + loop.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .warmupIterations(WARM_UPS)
                .warmupTime(WARM_UP)
                .measurementIterations(TIMES)
                .measurementTime(TIME)
                .forks(0)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle();
    }
}
