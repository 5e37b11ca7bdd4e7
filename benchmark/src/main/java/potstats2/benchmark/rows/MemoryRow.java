package potstats2.benchmark.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.ServiceProcess;

/** What the services need of the heap they have, since their start and through everything that was measured on them. */
public final class MemoryRow implements Row {
    /** What is left after a collection that did not look at everything holds garbage as well. */
    private static final double NEARLY_ALL = 0.95;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String about() {
        return "heap that is left after garbage collections, and resident memory, of each service";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        return laboratory.system().services().stream().map(MemoryRow::measured).toList();
    }

    private static Measured measured(ServiceProcess service) {
        service.requireAlive();
        try {
            var garbage = service.garbage();
            var cost = service.cost();
            return Measured.of("memory " + service.name(), garbage.peakMb(), "MB")
                    .beside("its heap", ServiceProcess.HEAP_MB)
                    .expecting(Goal.shareAtMost(NEARLY_ALL))
                    .noting(
                            "the most that was left after one of %,d collections, which took %.1f s of %.0f s of"
                                    + " processor time; resident at most %.0f MB",
                            garbage.collections(), garbage.pauseSeconds(), cost.cpuSeconds(), cost.peakResidentMb());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
