package potstats2.benchmark.rows;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.ForumSystem;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.StreamClients;

/** Thousands who listen to the live stream, and how soon each hears of new numbers. */
public final class StreamRow implements Row {
    private static final int CLIENTS = 5_000;
    private static final int EVENTS = 10;
    private static final int FILES_FOR_THE_REST = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public String about() {
        return "delay of an event on the live stream with 5,000 clients";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        var number = (int) Math.min(CLIENTS, openFilesAllowed() - FILES_FOR_THE_REST);
        var before = system.service(ForumSystem.API).cost();
        try (var clients = StreamClients.connect(system.api().port(), number)) {
            var threads = system.forum()
                    .forum()
                    .threads()
                    .filter(thread -> !thread.closed())
                    .limit(EVENTS)
                    .toList();
            var delays = new ArrayList<Double>();
            for (var thread : threads) {
                delays.addAll(clients.delaysOfNextEvent(TIMEOUT, () -> {
                    var unused = system.forum().forum().newPost(thread.tid());
                }));
            }
            var after = system.service(ForumSystem.API).cost();
            laboratory.progress().say("stream: %,d of %,d events arrived", delays.size(), number * EVENTS);
            var samples = new Samples(delays);
            var all = number * threads.size();
            return List.of(
                    Measured.of("stream, heard", delays.size(), "events")
                            .beside("sent", all)
                            .expecting(Goal.shareAtLeast(1)),
                    Measured.of("stream p50", samples.median(), "ms"),
                    Measured.of("stream p99", samples.percentile(99), "ms")
                            .noting(
                                    "%,d clients, from when the numbers are visible until a client has the event; the last"
                                            + " after %.0f ms; the API's resident memory grew from %.0f to %.0f MB",
                                    number, samples.max(), before.residentMb(), after.residentMb()));
        }
    }

    private static long openFilesAllowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : CLIENTS;
    }
}
