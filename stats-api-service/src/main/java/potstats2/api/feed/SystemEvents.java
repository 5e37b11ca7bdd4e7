package potstats2.api.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import potstats2.events.CrawlProgressed;
import potstats2.events.StatsRefreshed;
import potstats2.events.Topic;
import potstats2.events.UnreadableEventException;
import potstats2.runtime.kafka.EventDeserializer;

/**
 * Reads what the crawler and analytics said in the last minutes and everything after that. Every instance of the service reads
 * all of it: the consumer has no group and assigns itself the partitions. While Kafka is away it tries again; who listens does
 * without.
 */
final class SystemEvents implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SystemEvents.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long MILLIS_UNTIL_RETRY = 1_000;
    private static final List<Topic> TOPICS = List.of(Topic.PROGRESS, Topic.REFRESHED);

    private final BooleanSupplier topics;
    private final ConsumerFactory<String, byte[]> consumers;
    private final EventDeserializer deserializer = new EventDeserializer();
    private final List<SystemEventListener> listeners;
    private final Duration history;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<?, ?> consumer;

    /**
     * @param topics creates them where they are missing; false where that cannot be told, as when the broker is away
     * @param history how old the news are that are read first
     */
    SystemEvents(
            BooleanSupplier topics,
            ConsumerFactory<String, byte[]> consumers,
            List<SystemEventListener> listeners,
            Duration history) {
        this.topics = topics;
        this.consumers = consumers;
        this.listeners = List.copyOf(listeners);
        this.history = history;
    }

    @Override
    public void start() {
        var reader = new Thread(this::readUntilStopped, "stats-api-news");
        reader.setDaemon(true);
        thread = reader;
        reader.start();
    }

    @Override
    public void stop() {
        var reader = thread;
        thread = null;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        } else if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void readUntilStopped() {
        while (isRunning()) {
            try {
                if (topics.getAsBoolean()) {
                    read();
                }
            } catch (UnknownTopicOrPartitionException e) {
                log.debug("News: {}", e.getMessage());
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.warn("News: {}", e.toString());
                }
            }
            pause();
        }
    }

    private void read() {
        try (var current = consumers.createConsumer()) {
            consumer = current;
            var partitions = partitions(current);
            current.assign(partitions);
            var ends = current.endOffsets(partitions);
            seek(current, ends);
            log.info("News: reading {}", positions);
            readUpTo(current, ends);
            listeners.forEach(SystemEventListener::caughtUp);
            while (isRunning()) {
                poll(current);
            }
        } finally {
            consumer = null;
        }
    }

    /** Of every topic: one that was just created may not be known to the broker that is asked. */
    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : TOPICS) {
            var known = consumer.partitionsFor(topic.name());
            if (known.isEmpty()) {
                throw new UnknownTopicOrPartitionException("the broker does not know " + topic.name() + " yet");
            }
            known.forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
        }
        return partitions;
    }

    private void readUpTo(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (isRunning()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(consumer);
        }
    }

    private void poll(Consumer<String, byte[]> consumer) {
        for (var news : consumer.poll(POLL)) {
            positions.put(new TopicPartition(news.topic(), news.partition()), news.offset() + 1);
            deliver(news);
        }
    }

    /** To where the reading broke off, or else back as far as the history goes, but at least to the last news. */
    private void seek(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        var beginnings = consumer.beginningOffsets(ends.keySet());
        var since = System.currentTimeMillis() - history.toMillis();
        var recent = consumer.offsetsForTimes(
                ends.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> since)));
        ends.forEach((partition, end) -> {
            var beginning = beginnings.getOrDefault(partition, 0L);
            var reached = positions.get(partition);
            if (reached == null || reached < beginning || reached > end) {
                var first = recent.get(partition);
                reached = Math.max(beginning, first == null ? end - 1 : Math.min(first.offset(), end - 1));
            }
            positions.put(partition, reached);
            consumer.seek(partition, reached);
        });
    }

    private void deliver(ConsumerRecord<String, byte[]> news) {
        try {
            var event = deserializer.read(news);
            if (event instanceof CrawlProgressed progress) {
                listeners.forEach(listener -> listener.progressed(progress, news.offset()));
            } else if (event instanceof StatsRefreshed refreshed) {
                listeners.forEach(listener -> listener.refreshed(refreshed, news.offset()));
            }
        } catch (UnreadableEventException e) {
            log.warn("News: {}-{}@{}: {}", news.topic(), news.partition(), news.offset(), e.getMessage());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(isRunning() ? MILLIS_UNTIL_RETRY : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
