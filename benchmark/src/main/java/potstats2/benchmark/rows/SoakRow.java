package potstats2.benchmark.rows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import potstats2.analytics.rollup.RecomputationProgress;
import potstats2.analytics.rollup.RollupVerification;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.ForumSystem;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.ProcessCost;
import potstats2.benchmark.system.ServiceProcess;
import potstats2.simulator.Faults;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.LiveTraffic;
import potstats2.simulator.SimulatorOptions;
import tools.jackson.databind.JsonNode;

/**
 * A forum in use that answers badly now and then, read by services that are killed again and again, and then for as long
 * left alone. At the end the numbers must be right, and nothing may have grown.
 */
public final class SoakRow implements Row {
    private static final double EVENTS_PER_SECOND = 5;
    private static final double FAULTS = 0.002;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration LONGEST_REFRESH = Duration.ofSeconds(5);
    /** Of the undisturbed time, until caches and compiled code have their size. */
    private static final double SETTLED = 0.3;

    private static final double NO_GROWTH = 1.15;
    /** So that what is deleted or renamed is found within the time. */
    private static final Map<String, String> SETTINGS = Map.of(
            "potstats2.crawler.sweep-interval", "30s",
            "potstats2.crawler.sweep-share", "1",
            "potstats2.crawler.reread-interval", "10s",
            "potstats2.crawler.reread-share", "1");

    private final Duration time;

    public SoakRow(Duration time) {
        this.time = time;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String about() {
        return "live traffic, faults and kills for a while (--for), then the truth; only by name";
    }

    @Override
    public boolean isOfAll() {
        return false;
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        laboratory.closeSystem();
        var options = SimulatorOptions.defaults()
                .withPosts(laboratory.posts())
                .withOddities(true)
                .withFaults(Faults.every(FAULTS));
        var forum = ForumSimulator.start(options);
        try (var system = ForumSystem.start(laboratory.repository(), forum, laboratory.directory("soak"), SETTINGS)) {
            system.startServices();
            system.awaitAll(laboratory.progress(), TIMEOUT);
            forum.startTraffic(LiveTraffic.atRate(EVENTS_PER_SECOND));
            var deaths = kill(system, laboratory);
            var growth = watch(system, laboratory);
            forum.stopTraffic();
            forum.faults(Faults.none());
            system.crawlFully();
            system.awaitAll(laboratory.progress(), TIMEOUT);
            var lines = new ArrayList<>(truth(system, deaths));
            lines.addAll(growth);
            return lines;
        }
    }

    private int kill(ForumSystem system, Laboratory laboratory) throws Exception {
        var random = new Random();
        var services = laboratory.repository().services();
        var deaths = 0;
        var end = System.nanoTime() + time.toNanos() / 2;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
            var victim = services.get(random.nextInt(services.size()));
            laboratory.progress().say("soak: death %d, %s", ++deaths, victim);
            system.service(victim).kill();
            system.start(victim).awaitReady();
        }
        return deaths;
    }

    /** Lets the services work undisturbed, and compares what they need at the end with what they needed before. */
    private List<Measured> watch(ForumSystem system, Laboratory laboratory) throws IOException, InterruptedException {
        laboratory.progress().say("soak: no more deaths");
        var undisturbed = time.toNanos() / 2.0;
        LockSupport.parkNanos((long) (undisturbed * SETTLED));
        var before = needs(system);
        LockSupport.parkNanos((long) (undisturbed * (1 - SETTLED)));
        var after = needs(system);
        var lines = new ArrayList<Measured>();
        before.forEach((service, then) -> {
            var now = after.getOrDefault(service, then);
            lines.add(line(service + " heap", now.heapMb(), then.heapMb(), "MB")
                    .noting(
                            "after a full collection; resident %.0f MB, before %.0f MB",
                            now.cost().residentMb(), then.cost().residentMb()));
            lines.add(
                    line(service + " threads", now.cost().threads(), then.cost().threads(), "threads"));
            lines.add(line(service + " files", now.cost().files(), then.cost().files(), "files"));
        });
        return lines;
    }

    private record Needs(double heapMb, ProcessCost cost) {}

    private static Map<String, Needs> needs(ForumSystem system) throws IOException, InterruptedException {
        var needs = new LinkedHashMap<String, Needs>();
        for (ServiceProcess service : system.services()) {
            needs.put(service.name(), new Needs(service.liveHeapMb(), service.cost()));
        }
        return needs;
    }

    private static Measured line(String what, double after, double before, String unit) {
        return Measured.of("soak " + what, after, unit).beside("before", before).expecting(Goal.shareAtMost(NO_GROWTH));
    }

    private List<Measured> truth(ForumSystem system, int deaths) {
        var status = system.api().get("/actuator/status");
        var truth = system.forum().truth();
        var address = system.servers().postgres();
        var differences = RollupVerification.of(address.jdbcUrl(), address.user(), address.password())
                .runBesideRefreshes(LONGEST_REFRESH, RecomputationProgress.UNWATCHED);
        return List.of(
                exact("posts", status, truth.posts())
                        .noting("after %d deaths and %d s of traffic and faults", deaths, time.toSeconds()),
                exact("threads", status, truth.threads()),
                exact("users", status, truth.users()),
                exact("boards", status, truth.boardsWithPosts()),
                Measured.of("soak verify", differences.size(), "differences").expecting(Goal.atMost(0)));
    }

    private static Measured exact(String what, JsonNode status, double truth) {
        return Measured.of("soak " + what, status.path(what).asDouble(), what)
                .beside("the forum's own count", truth)
                .expecting(Goal.exactly(truth));
    }
}
