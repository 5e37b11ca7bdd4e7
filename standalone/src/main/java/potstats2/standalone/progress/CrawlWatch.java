package potstats2.standalone.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.CrawlProgressed;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.events.UnreadableEventException;

/** Follows what the crawler says about itself, from now on. */
public final class CrawlWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CrawlWatch.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final CompletableFuture<CrawlProgressed> firstPass = new CompletableFuture<>();
    private final EventCodec codec = new EventCodec();
    private final Instant since = Instant.now();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile @Nullable CrawlProgressed last;

    private CrawlWatch(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
        thread = new Thread(this::follow, "crawl-watch");
        thread.setDaemon(true);
    }

    /** Creates the topic when it is missing. */
    public static CrawlWatch start(String kafka) {
        createTopic(kafka);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "client.id", "standalone");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partition = List.of(new TopicPartition(Topic.PROGRESS.name(), 0));
        consumer.assign(partition);
        consumer.seekToEnd(partition);
        consumer.position(partition.get(0));
        var watch = new CrawlWatch(consumer);
        watch.thread.start();
        return watch;
    }

    /** What the crawler said last, if it said anything. */
    public Optional<CrawlProgressed> last() {
        return Optional.ofNullable(last);
    }

    /** Completes with what the crawler says at the end of its first pass. */
    public CompletableFuture<CrawlProgressed> firstPass() {
        return firstPass;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException closed) {
            log.debug("No longer following the crawler");
        } finally {
            // Without waiting for the fetch under way.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        try {
            var event = codec.decode(name -> value(message.headers().lastHeader(name)), message.value());
            if (event instanceof CrawlProgressed progress
                    && progress.startedAt().isAfter(since)) {
                last = progress;
                if (progress.state() == CrawlProgressed.State.IDLE && progress.pass() > 0) {
                    firstPass.complete(progress);
                }
            }
        } catch (UnreadableEventException e) {
            log.debug("Not a progress line: {}", e.getMessage());
        }
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }

    private static void createTopic(String kafka) {
        var topic = new NewTopic(Topic.PROGRESS.name(), Optional.of(Topic.PROGRESS.partitions()), Optional.empty())
                .configs(Topic.PROGRESS.settings());
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Kafka at " + kafka + ": " + e.getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
