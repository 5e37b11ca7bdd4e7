package potstats2.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.events.ForumEvent;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

/** Whatever is stopped hard at whatever moment: the tables end as they must, and every change has been told. */
@RealServers({Server.POSTGRES, Server.KAFKA})
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillIT {
    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int BLOWS = 22;

    private Servers servers;
    private ForumDatabase database;

    @BeforeEach
    void emptyServers(Servers given) {
        servers = given;
        servers.deleteTopics();
        database = new ForumDatabase(servers.newDatabase());
    }

    @Test
    void survivesKillsCutConnectionsAndBrokerRestarts() {
        long seed = 20040101;
        var random = new Random(seed);
        // The same member again: it takes its partitions back at once, where a new one waits for the session to end.
        var settings = Map.<String, Object>of(
                "spring.main.web-application-type", "none",
                "spring.kafka.consumer.properties.group.instance.id", "ingest",
                "potstats2.ingest.batch-size", 50);
        var ingest = IngestProcess.start(servers, settings);
        var enough = new AtomicBoolean();
        try {
            awaitTopics();
            var publishing = publishInBackground(seed, enough::get);
            for (int blow = 1; blow <= BLOWS; blow++) {
                awaitProgress();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
                int kind = random.nextInt(10);
                log.info("Blow {}: {}", blow, kind < 6 ? "connections" : kind < 8 ? "broker" : "process");
                if (kind < 6) {
                    servers.cutConnections();
                } else if (kind < 8) {
                    servers.restartKafka();
                } else {
                    ingest.kill();
                    ingest = IngestProcess.start(servers, settings);
                }
            }
            enough.set(true);
            var events = publishing.join();
            try (var contents = new TopicContents(servers.kafka())) {
                await().atMost(TIMEOUT).ignoreExceptions().until(() -> contents.allIngested(database));
                assertThat(ForumTruth.stored(database)).as("seed %d", seed).isEqualTo(new ForumTruth(events).tables());
                await().atMost(TIMEOUT)
                        .untilAsserted(() -> assertThat(notAnnounced(contents)).isEmpty());
            }
        } finally {
            enough.set(true);
            ingest.close();
        }
    }

    @Test
    void oneOfTwoDiesAndTheOtherTakesOver() {
        var settings = Map.<String, Object>of(
                "spring.main.web-application-type", "none",
                "spring.kafka.consumer.properties.session.timeout.ms", 6000,
                "potstats2.ingest.concurrency", 2,
                "potstats2.ingest.batch-size", 50);
        try (var survivor = RunningIngest.start(servers, settings);
                var victim = IngestProcess.start(servers, settings);
                var contents = new TopicContents(servers.kafka())) {
            await().atMost(TIMEOUT).until(() -> survivor.assignedPartitions() < 10);
            var killed = new AtomicBoolean();
            var publishing = publishInBackground(2, killed::get);
            await().atMost(TIMEOUT)
                    .ignoreExceptions()
                    .until(() -> database.count("SELECT count(*) FROM forum.posts") > 100);
            victim.kill();
            killed.set(true);
            var events = publishing.join();
            await().atMost(TIMEOUT).ignoreExceptions().until(() -> contents.allIngested(database));
            assertThat(ForumTruth.stored(database)).isEqualTo(new ForumTruth(events).tables());
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(notAnnounced(contents)).isEmpty());
        }
    }

    private void awaitTopics() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> database.count("SELECT count(*) FROM forum.positions") == 10);
    }

    /** So that every blow strikes a service at work. */
    private void awaitProgress() {
        long before = read();
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> read() > before);
    }

    private long read() {
        return database.count("SELECT sum(next_offset) FROM forum.positions");
    }

    /** At most a few hundred events a second and a few hundred ahead, until there are enough. */
    private CompletableFuture<List<ForumEvent>> publishInBackground(long seed, BooleanSupplier enough) {
        return CompletableFuture.supplyAsync(() -> {
            var history = new ForumHistory(new Random(seed), 400, 25, 12);
            var all = new ArrayList<ForumEvent>();
            try (var topics = new ForumTopics(servers.kafka())) {
                while (all.size() < 2_000 || !enough.getAsBoolean()) {
                    await().atMost(TIMEOUT).ignoreExceptions().until(() -> all.size() - read() < 500);
                    var events = history.observe(20);
                    topics.publish(events);
                    all.addAll(events);
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }
            return all;
        });
    }

    /** Where posts count now, if nobody was told. */
    private Set<TouchedPost> notAnnounced(TopicContents contents) {
        var counted = database
                .rows("SELECT pid, tid, uid, extract(epoch FROM posted_at)::bigint FROM forum.posts WHERE NOT gone")
                .stream()
                .map(row ->
                        List.of(row.split(" ", 4)).stream().map(Long::valueOf).toList())
                .map(row -> new TouchedPost(row.get(0), row.get(1), row.get(2), row.get(3), false))
                .collect(Collectors.toCollection(HashSet::new));
        contents.announcements().stream()
                .flatMap(changed -> changed.posts().stream())
                .map(post -> new TouchedPost(post.pid(), post.tid(), post.uid(), post.postedAt(), false))
                .forEach(counted::remove);
        return counted;
    }
}
