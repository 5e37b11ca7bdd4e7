package potstats2.crawler;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.crawler.command.CommandListener;
import potstats2.crawler.command.Commands;
import potstats2.crawler.command.Operations;
import potstats2.crawler.crawl.Crawler;
import potstats2.crawler.http.PauseSwitch;
import potstats2.crawler.leader.Leadership;
import potstats2.crawler.progress.CrawlMetrics;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.progress.ProgressReporter;
import potstats2.crawler.publish.ProgressPublisher;
import potstats2.events.Topic;
import potstats2.runtime.kafka.NewTopics;
import potstats2.runtime.operations.OperationsGuard;
import potstats2.runtime.operations.OperationsSettings;
import potstats2.runtime.tracing.Traces;

/** Wires the crawler to Kafka and starts it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class CrawlerConfiguration {
    private static final String LEADERSHIP_GROUP = "crawler-leadership";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KafkaAdmin.NewTopics topics(CrawlerProperties properties) {
        var forum = Topic.FORUM.stream().flatMap(topic -> Stream.of(topic, topic.deadLetters()));
        var own = Stream.of(Topic.CHECKPOINTS, Topic.COMMANDS, Topic.PROGRESS);
        var topics = Stream.concat(forum, own).toList();
        return new KafkaAdmin.NewTopics(
                NewTopics.of(topics, properties.replicationFactor()).toArray(NewTopic[]::new));
    }

    @Bean
    CrawlStatus crawlStatus(Clock clock, PauseSwitch pause, MeterRegistry registry) {
        return new CrawlStatus(clock, pause, registry);
    }

    @Bean
    CrawlMetrics crawlMetrics(CrawlStatus status) {
        return new CrawlMetrics(status);
    }

    @Bean
    Commands commands() {
        return new Commands();
    }

    @Bean
    PauseSwitch pauseSwitch() {
        return new PauseSwitch();
    }

    @Bean
    RouterFunction<ServerResponse> operations(
            Producer<String, byte[]> producer, Clock clock, OperationsSettings settings) {
        return new Operations(producer, clock).routes(new OperationsGuard(settings));
    }

    /** Its own: closing this context must not end the threads of another one in the same process. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // The web server has ended its requests by then.
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    @Bean
    CommandListener commandListener(Commands commands, PauseSwitch pause) {
        return new CommandListener(commands, pause);
    }

    @Bean
    Producer<String, byte[]> producer(ProducerFactory<String, byte[]> producers) {
        return producers.createProducer();
    }

    @Bean
    ProgressPublisher progressPublisher(Producer<String, byte[]> producer) {
        return new ProgressPublisher(producer);
    }

    @Bean
    ProgressReporter progressReporter(CrawlerProperties properties, CrawlStatus status, ProgressPublisher progress) {
        return new ProgressReporter(properties.name(), status, progress);
    }

    @Bean
    Crawler crawler(
            CrawlerProperties properties,
            Crawler.Forums forums,
            KafkaAdmin admin,
            Producer<String, byte[]> producer,
            ConsumerFactory<String, byte[]> consumers,
            Commands commands,
            PauseSwitch pause,
            CrawlStatus status,
            ProgressReporter reporter,
            Traces traces,
            Clock clock) {
        var toTheEnd = new Properties();
        // Closing waits for the fetch that finds nothing more.
        toTheEnd.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        var kafka = new Crawler.Kafka(
                () -> createTopics(admin),
                () -> producer,
                () -> consumers.createConsumer(null, "checkpoints", null, toTheEnd));
        return new Crawler(properties, forums, kafka, commands, pause, status, reporter::tell, traces, clock);
    }

    /** The commands are for the one that crawls. */
    @Bean
    Leadership leadership(
            Crawler crawler,
            Commands commands,
            KafkaListenerEndpointRegistry listeners,
            KafkaAdmin admin,
            ConsumerFactory<String, byte[]> consumers) {
        return new Leadership(
                () -> createTopics(admin),
                () -> consumers.createConsumer(LEADERSHIP_GROUP, null, null),
                () -> {
                    crawler.start();
                    container(listeners).start();
                },
                () -> {
                    container(listeners).stop();
                    commands.forget();
                    crawler.stop();
                });
    }

    private static MessageListenerContainer container(KafkaListenerEndpointRegistry listeners) {
        return Objects.requireNonNull(listeners.getListenerContainer(CommandListener.ID));
    }

    private static void createTopics(KafkaAdmin admin) {
        if (!admin.initialize()) {
            throw new KafkaException("the topics cannot be created");
        }
    }
}
