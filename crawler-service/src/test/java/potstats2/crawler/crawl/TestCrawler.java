package potstats2.crawler.crawl;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import potstats2.crawler.CrawlerProperties;
import potstats2.crawler.SourceConfiguration;
import potstats2.crawler.command.Commands;
import potstats2.crawler.http.PauseSwitch;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.events.Topic;
import potstats2.runtime.kafka.ThreadPartitioner;
import potstats2.runtime.tracing.Traces;

/** A crawler without Spring, that can be killed. */
final class TestCrawler implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(90);

    final PauseSwitch pause = new PauseSwitch();
    final CrawlStatus status = new CrawlStatus(Clock.systemUTC(), pause, new SimpleMeterRegistry());
    final Commands commands = new Commands();
    private final KafkaProducer<String, byte[]> producer;
    private final Crawler crawler;

    private TestCrawler(CrawlerProperties properties, String kafka, Clock clock) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "partitioner.class",
                        ThreadPartitioner.class.getName(),
                        "compression.type",
                        "zstd",
                        "linger.ms",
                        5,
                        "max.request.size",
                        Topic.MAX_RECORD_BYTES,
                        "max.in.flight.requests.per.connection",
                        1,
                        "max.block.ms",
                        Long.MAX_VALUE),
                new StringSerializer(),
                new ByteArraySerializer());
        var needs = new Crawler.Kafka(
                () -> createTopics(kafka),
                () -> producer,
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka, "fetch.max.wait.ms", 10),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()));
        var forums = SourceConfiguration.chosen(properties, pause, status, clock, "test");
        crawler = new Crawler(properties, forums, needs, commands, pause, status, () -> {}, Traces.NONE, clock);
    }

    /** Starts to crawl once, as fast as it can, unless the settings say otherwise. */
    static TestCrawler start(String forumUrl, String kafka, Map<String, Object> settings) {
        return start(forumUrl, kafka, settings, Clock.systemUTC());
    }

    static TestCrawler start(String forumUrl, String kafka, Map<String, Object> settings, Clock clock) {
        var all = new HashMap<String, Object>();
        all.put("forum-url", forumUrl);
        all.put("profile-url", URI.create(forumUrl).resolve("/my/").toString());
        all.putAll(settings);
        return start(kafka, all, clock);
    }

    /** Starts to crawl the forum that the settings name. */
    static TestCrawler start(String kafka, Map<String, Object> settings, Clock clock) {
        var all = new HashMap<String, Object>();
        all.put("potstats2.crawler.request-delay", "0s");
        all.put("potstats2.crawler.retry-delay", "10ms");
        all.put("potstats2.crawler.max-retry-delay", "1s");
        all.put("potstats2.crawler.schedule", "once");
        settings.forEach((name, value) -> all.put("potstats2.crawler." + name, value));
        var properties = new Binder(new MapConfigurationPropertySource(all))
                .bind("potstats2.crawler", CrawlerProperties.class)
                .get();
        var crawler = new TestCrawler(properties, kafka, clock);
        crawler.crawler.start();
        return crawler;
    }

    /** Crawls once. */
    static CrawlStatus once(String forumUrl, String kafka) {
        return once(forumUrl, kafka, Map.of());
    }

    static CrawlStatus once(String forumUrl, String kafka, Map<String, Object> settings) {
        try (var crawler = start(forumUrl, kafka, settings)) {
            crawler.awaitPasses(1);
            return crawler.status;
        }
    }

    void awaitPasses(int number) {
        await(() -> status.passesCompleted() >= number);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    static void awaitAsserted(ThrowingRunnable assertion) {
        Awaitility.await().atMost(TIMEOUT).untilAsserted(assertion);
    }

    private static void createTopics(String kafka) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            var present = admin.listTopics().names().get();
            var topics = Topic.FORUM.stream()
                    .flatMap(topic -> java.util.stream.Stream.of(topic, topic.deadLetters(), Topic.CHECKPOINTS))
                    .distinct()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends like a killed process: nothing more is sent, nothing waited for. */
    void kill() {
        crawler.abort();
        producer.close(Duration.ZERO);
        crawler.close();
    }

    @Override
    public void close() {
        crawler.close();
        producer.close();
    }
}
