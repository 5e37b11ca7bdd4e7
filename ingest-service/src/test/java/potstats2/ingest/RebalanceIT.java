package potstats2.ingest;

import static org.awaitility.Awaitility.await;
import static potstats2.ingest.ForumFixtures.post;
import static potstats2.ingest.ForumFixtures.user;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.junit.jupiter.api.Test;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Processes come and go while posts are written: the offsets of those that are just regrouped are refused. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class RebalanceIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String HEARTBEAT = "spring.kafka.consumer.heartbeat-interval";
    private static final int ROUNDS = 3;

    private long lastPid;

    @Test
    void leavesNothingUncommitted(Servers servers) throws Exception {
        servers.deleteTopics();
        servers.newDatabase();
        try (var topics = new ForumTopics(servers.kafka());
                var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers.kafka()));
                var quick = RunningIngest.start(servers, Map.of(HEARTBEAT, "200ms"));
                var slow = RunningIngest.start(servers, Map.of(HEARTBEAT, "4s"))) {
            for (int round = 0; round < ROUNDS; round++) {
                try (var third = RunningIngest.start(servers)) {
                    await().atMost(TIMEOUT)
                            .until(() -> slow.assignedPartitions() > 0 && third.assignedPartitions() > 0);
                }
                // Quick knows at once that somebody left, and reads on while the group waits for slow.
                publish(topics, Duration.ofMillis(1500));
                await().atMost(TIMEOUT)
                        .until(() -> quick.assignedPartitions() + slow.assignedPartitions() == 10
                                && everythingIsCommitted(admin));
            }
        }
    }

    private void publish(ForumTopics topics, Duration howLong) {
        var end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            var pid = ++lastPid;
            topics.publish(post(pid, pid % 20 + 1, user(7, "anna"), pid));
        }
    }

    private static boolean everythingIsCommitted(Admin admin) throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets("potstats2-ingest")
                .partitionsToOffsetAndMetadata()
                .get();
        for (var partition : committed.entrySet()) {
            var end = admin.listOffsets(Map.of(partition.getKey(), OffsetSpec.latest()))
                    .partitionResult(partition.getKey())
                    .get()
                    .offset();
            if (partition.getValue().offset() != end) {
                return false;
            }
        }
        return committed.size() == 10;
    }
}
