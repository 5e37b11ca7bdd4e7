package potstats2.ingest.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import potstats2.events.Topic;
import potstats2.runtime.settings.BadSettingException;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;
import potstats2.testsupport.TopicReader;

@RealServers(Server.KAFKA)
class TopicLoadIT {
    private static final int RECORDS = 200;

    @TempDir
    Path directory;

    private String kafka;
    private Path file;

    @BeforeEach
    void emptyTopicsAndAFile(Servers servers) throws Exception {
        servers.deleteTopics();
        kafka = servers.kafka();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            admin.createTopics(TopicDump.TOPICS.stream()
                            .map(topic -> new NewTopic(topic, 3, (short) 1)
                                    .configs(Map.of("max.message.bytes", String.valueOf(Topic.MAX_RECORD_BYTES))))
                            .toList())
                    .all()
                    .get();
        }
        file = directory.resolve("forum.dump");
        try (var out = Files.newOutputStream(file)) {
            var writer = new DumpWriter(out, Map.of(Topic.POSTS.name(), 4));
            for (var tid = 0; tid < RECORDS; tid++) {
                var value = new byte[50_000];
                new Random(tid).nextBytes(value);
                writer.write(new ConsumerRecord<>(Topic.POSTS.name(), 0, tid, (tid + "/1").getBytes(UTF_8), value));
            }
            assertThat(writer.finish()).hasSize(1);
        }
    }

    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        assertThatThrownBy(() -> load().load(verified -> {}, (position, size) -> {
                    if (position > size / 2) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");

        var rest = load().load(verified -> {}, (position, size) -> {});

        assertThat(rest).isPositive().isLessThan(RECORDS);
        var loaded = loaded();
        assertThat(loaded).hasSize(RECORDS);
        assertThat(loaded).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(file.resolveSibling("forum.dump.loading")).doesNotExist();
    }

    @Test
    void putsAThreadWhereTheCrawlerWouldAmongAnotherNumberOfPartitions() throws Exception {
        load().load(verified -> {}, (position, size) -> {});

        assertThat(loaded()).allSatisfy(record -> {
            var tid = Long.parseLong(record.key().split("/", 2)[0]);
            assertThat(record.partition()).isEqualTo(Topic.partitionOfThread(tid, 3));
        });
    }

    @Test
    void doesNotMixTwoForums() throws Exception {
        load().load(verified -> {}, (position, size) -> {});

        assertThatThrownBy(() -> load().load(verified -> {}, (position, size) -> {}))
                .isInstanceOf(BadSettingException.class)
                .hasMessage("the system is not empty: forum.posts holds records");
    }

    private TopicLoad load() {
        return TopicLoad.of(Map.of("bootstrap.servers", kafka), file);
    }

    private List<ConsumerRecord<String, byte[]>> loaded() {
        return TopicReader.readAll(kafka, Topic.POSTS.name());
    }
}
