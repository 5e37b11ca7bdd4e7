package potstats2.analytics.changes;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * The thread that follows the announcements from the service's start to its end. After a failure it begins anew from the
 * database's position, with a new consumer: nothing that went wrong outlives it.
 */
final class ChangesConsumer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangesConsumer.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    /** Of some thousand posts each: the follower gathers as many as it has room for. */
    private static final int ANNOUNCEMENTS_POLLED = 20;

    private final ConsumerFactory<String, byte[]> consumers;
    private final Function<Consumer<String, byte[]>, ChangesFollower> followers;
    private final AnalyticsMetrics metrics;
    private final AnalyticsProperties properties;

    private final Object monitor = new Object();
    private volatile boolean running;
    private volatile boolean following;
    private volatile @Nullable RuntimeException failure;
    private @Nullable Thread thread;
    private @Nullable Consumer<String, byte[]> consumer;

    ChangesConsumer(
            ConsumerFactory<String, byte[]> consumers,
            Function<Consumer<String, byte[]>, ChangesFollower> followers,
            AnalyticsMetrics metrics,
            AnalyticsProperties properties) {
        this.consumers = consumers;
        this.followers = followers;
        this.metrics = metrics;
        this.properties = properties;
    }

    @Override
    public void start() {
        synchronized (monitor) {
            if (!running) {
                running = true;
                thread = new Thread(this::run, "analytics-changes");
                thread.start();
            }
        }
    }

    @Override
    public void stop() {
        Thread stopping;
        synchronized (monitor) {
            running = false;
            monitor.notifyAll();
            if (consumer != null) {
                consumer.wakeup();
            }
            stopping = thread;
        }
        try {
            if (stopping != null) {
                stopping.join(STOP_TIMEOUT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** False if the thread ended before it was told to. */
    boolean alive() {
        synchronized (monitor) {
            return !running || (thread != null && thread.isAlive());
        }
    }

    /** Whether the partition of the announcements belongs to this process. */
    boolean following() {
        return following;
    }

    /** What stopped the last attempt, until one succeeds. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        var pause = properties.retryPause();
        while (running) {
            try {
                follow();
            } catch (WakeupException e) {
                LOG.debug("Woken up to stop");
            } catch (RuntimeException e) {
                pause = failure == null ? properties.retryPause() : doubled(pause);
                failure = e;
                metrics.failed();
                LOG.warn("Cannot refresh the rollups, trying again in {} ms: {}", pause.toMillis(), e.toString());
                LOG.debug("Cause", e);
                pause(pause);
            } finally {
                following = false;
            }
        }
        LOG.info("Stopped following changes");
    }

    private void follow() {
        try (var current = consumers.createConsumer(ChangesFollower.GROUP, null, null, overrides())) {
            synchronized (monitor) {
                consumer = current;
            }
            var follower = followers.apply(current);
            while (running) {
                follower.poll(properties.pollTimeout());
                following = follower.assigned();
                if (following) {
                    failure = null;
                }
            }
        } finally {
            synchronized (monitor) {
                consumer = null;
            }
        }
    }

    private Properties overrides() {
        var overrides = new Properties();
        overrides.put(
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(ANNOUNCEMENTS_POLLED, properties.announcements()));
        // A rebuild happens between two polls.
        overrides.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                properties.longestRefresh().toMillis());
        return overrides;
    }

    private Duration doubled(Duration pause) {
        var doubled = pause.multipliedBy(2);
        var longest = properties.longestRetryPause();
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private void pause(Duration pause) {
        synchronized (monitor) {
            try {
                var end = System.nanoTime() + pause.toNanos();
                for (var left = pause.toNanos(); running && left > 0; left = end - System.nanoTime()) {
                    monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }
}
