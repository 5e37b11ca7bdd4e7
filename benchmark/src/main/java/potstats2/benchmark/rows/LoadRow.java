package potstats2.benchmark.rows;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.BareServer;
import potstats2.benchmark.system.HttpConnection;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.OpenLoop;

/** How long answers take while many ask everything, at an even rate and over many connections. */
public final class LoadRow implements Row {
    private static final int PER_SECOND = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final String BARE = "a web server with one answer in memory";

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String about() {
        return "times of 1,000 answers a second over " + OpenLoop.CONNECTIONS + " connections, every question in turn";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        var requests = Questions.of(system.api()).all().stream()
                .map(HttpConnection::request)
                .toList();
        var ours = run(system.api().port(), requests);
        try (var connection = new HttpConnection(system.api().port());
                var bare = BareServer.start(
                        connection.get(HttpConnection.request("/api/year-over-year-stats")),
                        false,
                        laboratory.directory("bare"))) {
            var limit = run(bare.port(), requests);
            return List.of(
                    line("load p50", ours, limit, 50)
                            .noting(
                                    "%,d answers to %,d questions, the crawler looking at the forum twice a second; counted"
                                            + " from when a client meant to ask; the slowest took %.0f ms",
                                    ours.getTotalCount(), requests.size(), ours.getMaxValue() / 1e3),
                    line("load p99", ours, limit, 99),
                    line("load p99.9", ours, limit, 99.9));
        }
    }

    private static Histogram run(int port, List<byte[]> requests) throws Exception {
        var load = new OpenLoop(port, requests, PER_SECOND);
        var unused = load.run(WARM_UP);
        return load.run(TIME);
    }

    private static Measured line(String name, Histogram ours, Histogram limit, double percentile) {
        return Measured.of(name, millis(ours, percentile), "ms").beside(BARE, millis(limit, percentile));
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }
}
