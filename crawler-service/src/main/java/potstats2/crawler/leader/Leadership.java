package potstats2.crawler.leader;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import potstats2.events.Topic;

/**
 * Lets one crawler of several crawl: the one to which its consumer group gives the only partition of the checkpoints. It
 * reads nothing there. When it dies, the group finds out within seconds, and another one goes on from the checkpoints.
 */
public final class Leadership implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Leadership.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Runnable topics;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Runnable lead;
    private final Runnable follow;
    private final Object monitor = new Object();
    private @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Thread thread;
    private boolean closed;
    private boolean leading;

    /**
     * A crawler that does not lead yet.
     *
     * @param topics creates them where they are missing; fails where the broker is away
     * @param consumers of the group of crawlers
     * @param lead called when this one is to crawl
     * @param follow called when it no longer is
     */
    public Leadership(Runnable topics, Supplier<Consumer<String, byte[]>> consumers, Runnable lead, Runnable follow) {
        this.topics = topics;
        this.consumers = consumers;
        this.lead = lead;
        this.follow = follow;
    }

    /** Begins to stand by. */
    @Override
    public void start() {
        synchronized (monitor) {
            closed = false;
            var standingBy = new Thread(this::run, "crawler-leadership");
            thread = standingBy;
            standingBy.start();
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                topics.run();
                standBy();
            } catch (WakeupException e) {
                log.debug("Woken up to stop");
            } catch (KafkaException e) {
                log.warn("No crawler can be chosen, trying again: {}", e.toString());
                LockSupport.parkNanos(RETRY.toNanos());
            } finally {
                lost();
            }
        }
    }

    private void standBy() {
        try (var member = consumers.get()) {
            synchronized (monitor) {
                consumer = member;
            }
            member.subscribe(List.of(Topic.CHECKPOINTS.name()), new Assignments(member));
            while (!isClosed()) {
                member.poll(POLL);
            }
        } finally {
            synchronized (monitor) {
                consumer = null;
            }
        }
    }

    private final class Assignments implements ConsumerRebalanceListener {
        private final Consumer<?, ?> member;

        private Assignments(Consumer<?, ?> member) {
            this.member = member;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                member.pause(partitions);
                log.info("This crawler crawls");
                leading = true;
                lead.run();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                lost();
            }
        }
    }

    /** On the one thread of this. */
    private void lost() {
        if (leading) {
            leading = false;
            log.info("This crawler stands by");
            follow.run();
        }
    }

    private boolean isClosed() {
        synchronized (monitor) {
            return closed;
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (monitor) {
            return thread != null && !closed;
        }
    }

    /** Gives the leadership back at once. */
    @Override
    public void stop() {
        Thread ending;
        synchronized (monitor) {
            closed = true;
            if (consumer != null) {
                consumer.wakeup();
            }
            ending = thread;
        }
        try {
            if (ending != null) {
                ending.join(STOP_TIMEOUT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
