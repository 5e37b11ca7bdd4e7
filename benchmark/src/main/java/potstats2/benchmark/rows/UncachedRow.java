package potstats2.benchmark.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.HttpConnection;
import potstats2.benchmark.system.Laboratory;

/** How long an answer takes that has to be computed, for every question and filter. */
public final class UncachedRow implements Row {
    private static final double GOAL_MILLIS = 50;
    private static final int TIMES = 20;
    /** Of so few answers, the one that a collection held up decides: the slowest questions are asked again. */
    private static final int SUSPECTS = 3;

    private static final int MANY_TIMES = 100;
    /** A question whose answers take longer is asked less often. */
    private static final double BUDGET_MILLIS = 100;

    private static final int LEAST_TIMES = 5;

    private static final Comparator<Timed> SLOWEST_FIRST =
            Comparator.comparingDouble(Timed::p95).reversed();

    @Override
    public String name() {
        return "uncached";
    }

    @Override
    public String about() {
        return "time of an answer past the cache, every endpoint and filter";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        system.pauseCrawler();
        system.awaitQuiet();
        var slowest = new ArrayList<Timed>();
        try (var connection = new HttpConnection(system.api().port())) {
            for (var endpoint : Questions.of(system.api()).byPath().entrySet()) {
                slowest.add(slowest(connection, endpoint.getValue()));
            }
            var limit =
                    timed(connection, "/actuator/health/liveness", MANY_TIMES).p95();
            laboratory
                    .progress()
                    .say(
                            "uncached: %s",
                            slowest.stream()
                                    .filter(timed -> timed.p95() >= GOAL_MILLIS)
                                    .map(Timed::question)
                                    .collect(Collectors.joining(", ")));
            return slowest.stream()
                    .sorted(SLOWEST_FIRST)
                    .map(timed -> timed.measured(limit))
                    .toList();
        } finally {
            system.resumeCrawler();
        }
    }

    private record Timed(String question, int filters, double p50, double p95) {

        Measured measured(double limit) {
            return Measured.of("uncached " + question.replaceFirst("\\?.*", ""), p95, "ms p95")
                    .beside("an answer without a question to the database", limit)
                    .expecting(Goal.atMost(GOAL_MILLIS))
                    .noting(
                            "the slowest of %d questions, asked a hundred times: %s, p50 %.1f ms",
                            filters, question, p50);
        }

        Timed of(int all) {
            return new Timed(question, all, p50, p95);
        }
    }

    private static Timed slowest(HttpConnection connection, List<String> questions) throws IOException {
        var timed = new ArrayList<Timed>();
        for (var question : questions) {
            timed.add(timed(connection, question, TIMES));
        }
        var again = new ArrayList<Timed>();
        for (var suspect : timed.stream().sorted(SLOWEST_FIRST).limit(SUSPECTS).toList()) {
            again.add(timed(connection, suspect.question(), MANY_TIMES));
        }
        return again.stream().min(SLOWEST_FIRST).orElseThrow().of(questions.size());
    }

    private static Timed timed(HttpConnection connection, String question, int times) throws IOException {
        var request = HttpConnection.request(question + (question.contains("?") ? "&" : "?") + "nocache");
        var unused = millis(connection, request);
        var millis = new ArrayList<Double>();
        var total = 0.0;
        while (millis.size() < times && (millis.size() < LEAST_TIMES || total < times * BUDGET_MILLIS)) {
            millis.add(millis(connection, request));
            total += millis.get(millis.size() - 1);
        }
        var samples = new Samples(millis);
        return new Timed(question, 1, samples.median(), samples.percentile(95));
    }

    /** A question that is answered badly takes for ever. */
    private static double millis(HttpConnection connection, byte[] request) throws IOException {
        var began = System.nanoTime();
        try {
            connection.get(request);
        } catch (HttpConnection.BadAnswerException e) {
            return Double.POSITIVE_INFINITY;
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
