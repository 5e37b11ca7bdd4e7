package potstats2.api.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import potstats2.events.CrawlProgressed;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.events.UnreadableEventException;

/**
 * Reads the newest news and everything after it. Every instance of the service hears everything: the consumer has no
 * group and takes the partitions itself. While Kafka is away it tries again; what uses the news does without.
 */
final class NewsFeed implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NewsFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long MILLIS_UNTIL_RETRY = 1_000;

    private final KafkaAdmin admin;
    private final ConsumerFactory<String, byte[]> consumers;
    private final EventCodec codec;
    private final List<NewsListener> listeners;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<?, ?> consumer;

    NewsFeed(
            KafkaAdmin admin,
            ConsumerFactory<String, byte[]> consumers,
            EventCodec codec,
            List<NewsListener> listeners) {
        this.admin = admin;
        this.consumers = consumers;
        this.codec = codec;
        this.listeners = List.copyOf(listeners);
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
                if (admin.initialize()) {
                    read();
                }
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
            var partitions = partitions(current, Topic.PROGRESS);
            current.assign(partitions);
            seekToNewest(current, partitions);
            log.info("News: reading {}", partitions);
            while (isRunning()) {
                current.poll(POLL).forEach(this::tell);
            }
        } finally {
            consumer = null;
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static void seekToNewest(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - 1)));
    }

    private void tell(ConsumerRecord<String, byte[]> news) {
        try {
            var event = codec.decode(name -> header(news, name), news.value());
            if (event instanceof CrawlProgressed progress) {
                listeners.forEach(listener -> listener.progressed(progress));
            }
        } catch (UnreadableEventException e) {
            log.warn("News: {}-{}@{}: {}", news.topic(), news.partition(), news.offset(), e.getMessage());
        }
    }

    private static byte @Nullable [] header(ConsumerRecord<?, ?> news, String name) {
        var header = news.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(isRunning() ? MILLIS_UNTIL_RETRY : 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
