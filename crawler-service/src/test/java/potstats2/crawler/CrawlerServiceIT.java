package potstats2.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.ProducerFactory;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.events.CrawlBoard;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.State;
import potstats2.events.EventCodec;
import potstats2.events.Topic;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.settings.BadSettingException;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.KAFKA)
class CrawlerServiceIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final EventCodec codec = new EventCodec();

    @Test
    void crawlsOnceSaysSoAndObeysCommands(Servers servers) {
        servers.deleteTopics();
        try (var simulator = ForumSimulator.start(SimulatorOptions.defaults().withPosts(300));
                var context = start(simulator, servers)) {
            var status = context.getBean(CrawlStatus.class);
            await().atMost(TIMEOUT).until(() -> status.passesCompleted() == 1);
            assertThat(status.state()).isEqualTo(State.IDLE);

            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(newestProgress(servers.kafka()))
                            .isNotNull()
                            .satisfies(progress -> {
                                assertThat(progress.state()).isEqualTo(State.IDLE);
                                assertThat(progress.pass()).isEqualTo(1);
                                assertThat(progress.posts().done())
                                        .isEqualTo(simulator.truth().posts());
                            }));

            simulator.requests().reset();
            tell(context, new CrawlBoard(null, true));
            await().atMost(TIMEOUT).until(() -> status.passesCompleted() == 2);
            assertThat(status.posts()).isEqualTo(simulator.truth().posts());
        }
    }

    @Test
    void hearsACommandAgainThatItDidNotFinish(Servers servers) {
        servers.deleteTopics();
        try (var simulator = ForumSimulator.start(SimulatorOptions.defaults().withPosts(300))) {
            try (var context = start(simulator, servers, Duration.ofMillis(50))) {
                var status = context.getBean(CrawlStatus.class);
                await().atMost(TIMEOUT).until(() -> status.passesCompleted() == 1);
                tell(context, new CrawlBoard(null, true));
                await().atMost(TIMEOUT).until(() -> status.pass() == 2 && status.posts() > 0);
            }
            try (var context = start(simulator, servers)) {
                var status = context.getBean(CrawlStatus.class);
                await().atMost(TIMEOUT).until(() -> status.passesCompleted() == 2);
                assertThat(status.posts()).isEqualTo(simulator.truth().posts());
            }
            try (var context = start(simulator, servers)) {
                var status = context.getBean(CrawlStatus.class);
                await().atMost(TIMEOUT).until(() -> status.passesCompleted() == 1);
                await().during(Duration.ofSeconds(2)).until(() -> status.pass() == 1);
            }
        }
    }

    @Test
    void refusesABadSettingInOneLine() {
        assertThatThrownBy(() -> ServiceLauncher.start(
                        CrawlerService.SERVICE, Map.of("potstats2.crawler.forum-url", "ftp://localhost/bb/")))
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("forum-url")
                .hasMessageContaining("ftp://localhost/bb/");
    }

    private static ConfigurableApplicationContext start(ForumSimulator simulator, Servers servers) {
        return start(simulator, servers, Duration.ZERO);
    }

    private static ConfigurableApplicationContext start(
            ForumSimulator simulator, Servers servers, Duration requestDelay) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.main.web-application-type", "none");
        settings.put("spring.kafka.bootstrap-servers", servers.kafka());
        settings.put("potstats2.crawler.forum-url", simulator.forumUrl());
        settings.put("potstats2.crawler.profile-url", simulator.profileUrl());
        settings.put("potstats2.crawler.request-delay", requestDelay.toMillis() + "ms");
        settings.put("potstats2.crawler.schedule", "once");
        return ServiceLauncher.start(CrawlerService.SERVICE, settings);
    }

    @SuppressWarnings("unchecked") // The context has one producer factory, of this type.
    private void tell(ConfigurableApplicationContext context, CrawlBoard command) {
        try (var producer = ((ProducerFactory<String, byte[]>) context.getBean(ProducerFactory.class))
                .createNonTransactionalProducer()) {
            var record = new ProducerRecord<>(Topic.COMMANDS.name(), "all", codec.encode(command));
            codec.headersOf(command).forEach(record.headers()::add);
            var unused = producer.send(record);
            producer.flush();
        }
    }

    private CrawlProgressed newestProgress(String kafka) {
        var partition = new TopicPartition(Topic.PROGRESS.name(), 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "fetch.max.wait.ms", 10),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(
                    partition,
                    Math.max(0, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 1L) - 1));
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                return (CrawlProgressed)
                        codec.decode(name -> record.headers().lastHeader(name).value(), record.value());
            }
        }
        throw new AssertionError("no progress yet");
    }
}
