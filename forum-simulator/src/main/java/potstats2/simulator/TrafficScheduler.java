package potstats2.simulator;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.simulator.forum.Dice;
import potstats2.simulator.forum.Forum;

/** Lets things happen in a forum at an even rate until closed. */
final class TrafficScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficScheduler.class);

    private final Forum forum;
    private final Dice dice;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "forum-traffic");
        thread.setDaemon(true);
        return thread;
    });

    TrafficScheduler(Forum forum, LiveTraffic traffic) {
        this.forum = forum;
        dice = new Dice(traffic.seed(), Dice.Purpose.TRAFFIC, 0);
        long period = Math.max(1, (long) (TimeUnit.SECONDS.toNanos(1) / traffic.eventsPerSecond()));
        var unused = executor.scheduleAtFixedRate(this::happen, period, period, TimeUnit.NANOSECONDS);
    }

    private void happen() {
        try {
            LOG.debug("{}", forum.anythingHappens(dice));
        } catch (RuntimeException e) {
            // The executor would end the traffic in silence.
            LOG.error("The forum's traffic met a failure", e);
        }
    }

    /** Returns once nothing happens any more. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
