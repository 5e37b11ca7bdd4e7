package potstats2.ingest.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.events.ForumChanged;
import potstats2.events.ForumEvent;
import potstats2.ingest.ForumHistory;
import potstats2.ingest.ForumTruth;
import potstats2.testsupport.RealServers;
import potstats2.testsupport.Server;
import potstats2.testsupport.Servers;

@RealServers(Server.POSTGRES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderIT {
    private static final int ROUNDS = 6;

    private TestTables forum;

    @BeforeAll
    void createTables(Servers servers) {
        forum = new TestTables(servers);
    }

    @AfterAll
    void close() {
        forum.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderRepetitionAndBatchingGivesTheSameTables(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var events = new ForumHistory(random, 8 + random.nextInt(20), 5, 4).observe(20 + random.nextInt(150));
            forum.clear();
            for (var batch : batches(shuffledWithRepetitions(events, random), random)) {
                forum.write(batch);
            }
            assertThat(ForumTruth.stored(forum.database))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(new ForumTruth(events).tables());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void everyChangeOfWhereAPostCountsIsAnnounced(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var events = new ForumHistory(random, 8 + random.nextInt(20), 5, 4).observe(60);
            forum.clear();
            var before = counted();
            for (var batch : batches(shuffledWithRepetitions(events, random), random)) {
                var changed = forum.write(batch);
                var after = counted();
                assertThat(unannounced(before, after, changed))
                        .as("seed %d, round %d, batch %s", seed, round, batch)
                        .isEmpty();
                before = after;
            }
        }
    }

    private static List<ForumEvent> shuffledWithRepetitions(List<ForumEvent> events, Random random) {
        var shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<List<ForumEvent>> batches(List<ForumEvent> events, Random random) {
        var batches = new ArrayList<List<ForumEvent>>();
        int largest = 1 + random.nextInt(80);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(largest));
            batches.add(events.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** Where each post counts, and what. */
    private Map<Bucket, String> counted() {
        var counted = new HashMap<Bucket, String>();
        forum.rows("""
                        SELECT pid, tid, uid, extract(epoch FROM posted_at)::bigint, t.bid, edit_count, md5(content)
                        FROM forum.posts p JOIN forum.threads t USING (tid) WHERE NOT p.gone
                        """).forEach(row -> {
            var columns = row.split(" ", 5);
            var bucket = new Bucket(
                    Long.parseLong(columns[0]),
                    Long.parseLong(columns[1]),
                    Long.parseLong(columns[2]),
                    Long.parseLong(columns[3]));
            counted.put(bucket, columns[4]);
        });
        return counted;
    }

    private static Set<Bucket> unannounced(
            Map<Bucket, String> before, Map<Bucket, String> after, Optional<ForumChanged> changed) {
        var missing = new HashSet<Bucket>();
        before.forEach((bucket, what) -> {
            if (!what.equals(after.get(bucket))) {
                missing.add(bucket);
            }
        });
        after.forEach((bucket, what) -> {
            if (!what.equals(before.get(bucket))) {
                missing.add(bucket);
            }
        });
        changed.ifPresent(announced -> {
            missing.removeIf(bucket -> announced.movedThreads().contains(bucket.tid()));
            announced
                    .posts()
                    .forEach(post -> missing.remove(new Bucket(post.pid(), post.tid(), post.uid(), post.postedAt())));
        });
        return missing;
    }

    private record Bucket(long pid, long tid, long uid, long postedAt) {}
}
