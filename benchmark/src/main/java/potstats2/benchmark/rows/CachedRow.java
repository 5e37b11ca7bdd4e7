package potstats2.benchmark.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.BareServer;
import potstats2.benchmark.system.ClosedLoop;
import potstats2.benchmark.system.ForumSystem;
import potstats2.benchmark.system.HttpConnection;
import potstats2.benchmark.system.Laboratory;

/** How many cached answers a second the API gives, beside a web server that has nothing but the same bytes. */
public final class CachedRow implements Row {
    private static final String UNIT = "requests/s";
    private static final List<String> QUESTIONS = List.of("/api/year-over-year-stats", "/api/poster-stats?limit=100");
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int RUNS = 3;
    private static final double ORIGINAL = 2_000;
    private static final int GZIP_MAGIC = 0x1f;

    @Override
    public String name() {
        return "cached";
    }

    @Override
    public String about() {
        return "cached answers a second, beside the same bytes served from memory";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        system.pauseCrawler();
        system.awaitQuiet();
        var lines = new ArrayList<Measured>();
        for (var question : QUESTIONS) {
            lines.addAll(measure(laboratory, system, question));
        }
        system.resumeCrawler();
        return lines;
    }

    private static List<Measured> measure(Laboratory laboratory, ForumSystem system, String question) throws Exception {
        var request = HttpConnection.request(question);
        var bytes = answer(system, request);
        var gzip = bytes.length > 0 && bytes[0] == GZIP_MAGIC;
        try (var bare = BareServer.start(bytes, gzip, laboratory.directory("bare"))) {
            var port = system.api().port();
            var unused = ClosedLoop.requestsPerSecond(port, request, WARM_UP)
                    + ClosedLoop.requestsPerSecond(bare.port(), request, WARM_UP);
            var ours = new ArrayList<Double>();
            var limit = new ArrayList<Double>();
            for (var run = 0; run < RUNS; run++) {
                ours.add(ClosedLoop.requestsPerSecond(port, request, TIME));
                limit.add(ClosedLoop.requestsPerSecond(bare.port(), request, TIME));
            }
            var rate = new Samples(ours);
            laboratory.progress().say("cached %s: %,.0f requests/s", question, rate.median());
            var line = Measured.of("cached " + question, rate.median(), UNIT);
            return List.of(
                    line.beside("the same bytes from memory", new Samples(limit).median())
                            .expecting(Goal.shareAtLeast(0.5))
                            .noting(
                                    "%,d bytes%s, 16 connections, the clients on the same machine; %s",
                                    bytes.length, gzip ? " of gzip" : "", rate.spread()),
                    line.beside("the original's", ORIGINAL).expecting(Goal.shareAtLeast(5)));
        }
    }

    private static byte[] answer(ForumSystem system, byte[] request) throws Exception {
        try (var connection = new HttpConnection(system.api().port())) {
            return connection.get(request);
        }
    }
}
