package potstats2.benchmark.rows;

import java.util.List;
import java.util.Locale;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.system.Laboratory;

/** What a changed post costs in a forum of a tenth of the size and in this one. */
public final class RefreshRow implements Row {
    private static final double WITHIN = 1.2;

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String about() {
        return "cost of a changed post, here and in a forum of a tenth of the size";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var small = LiveTrial.of(laboratory, laboratory.tenth()).refresh();
        var large = LiveTrial.of(laboratory, laboratory.posts()).refresh();
        var of = String.format(Locale.ROOT, "at %,d posts", laboratory.tenth());
        return List.of(
                Measured.of("refresh, processor", large.cpuMicros(), "µs/post")
                        .beside(of, small.cpuMicros())
                        .expecting(Goal.shareAtMost(WITHIN))
                        .noting(
                                "processor time of the service and its connections to PostgreSQL, %d edited posts at once"
                                        + " (%d in the small forum)",
                                large.posts(), small.posts()),
                Measured.of("refresh, time", large.millis().median(), "ms")
                        .beside(of, small.millis().median())
                        .expecting(Goal.shareAtMost(WITHIN))
                        .noting(
                                "from the topic to the numbers, all of them; %s",
                                large.millis().spread()));
    }
}
