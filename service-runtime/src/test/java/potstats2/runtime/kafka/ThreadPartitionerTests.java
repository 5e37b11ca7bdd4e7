package potstats2.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.events.Topic;

class ThreadPartitionerTests {
    private static final int PARTITIONS = 7;

    @ParameterizedTest
    @ValueSource(longs = {1, 140831, 220_000, Integer.MAX_VALUE, 999_999_999_999_999_999L})
    void aThreadAndItsPostsShareAPartitionNumber(long tid) {
        var expected = Topic.partitionOfThread(tid, PARTITIONS);

        assertThat(partition(Topic.THREADS, String.valueOf(tid))).isEqualTo(expected);
        assertThat(partition(Topic.POSTS, Topic.keyOfPost(tid, 1))).isEqualTo(expected);
        assertThat(partition(Topic.POSTS, Topic.keyOfPost(tid, 1_250_040_000L))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "x", "12x", "-3/4", "１２/3", "1234567890123456789012/1"})
    void whatIsNoKeyOfTheTopicGoesWhereKafkaPutsIt(String key) {
        assertThat(partition(Topic.POSTS, key)).isEqualTo(murmur(key));
    }

    @Test
    void otherTopicsArePartitionedAsByKafka() {
        assertThat(partition(Topic.COMMANDS, "140831")).isEqualTo(murmur("140831"));
    }

    @Test
    void withoutAKeyItIsTheFirst() {
        try (var partitioner = new ThreadPartitioner()) {
            assertThat(partitioner.partition(Topic.REFRESHED.name(), null, null, null, null, cluster(Topic.REFRESHED)))
                    .isZero();
        }
    }

    private static int murmur(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % PARTITIONS;
    }

    private static int partition(Topic topic, String key) {
        try (var partitioner = new ThreadPartitioner()) {
            return partitioner.partition(topic.name(), key, key.getBytes(UTF_8), null, null, cluster(topic));
        }
    }

    private static Cluster cluster(Topic topic) {
        var node = new Node(1, "localhost", 9092);
        var nodes = new Node[] {node};
        var partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionInfo(topic.name(), number, node, nodes, nodes))
                .toList();
        return new Cluster("cluster", List.of(node), partitions, Set.of(), Set.of());
    }
}
