package potstats2.standalone.progress;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import potstats2.events.Topic;

/** Waits for the end of the first pass, and then until every event of it is in the numbers. */
public final class OnePass {
    private static final Set<String> FORUM =
            Topic.FORUM.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    private static final String INGEST_GROUP = "potstats2-ingest";
    private static final Duration POLL = Duration.ofMillis(50);

    private final CrawlWatch crawl;
    private final String kafka;
    private final StatusClient api;

    public OnePass(CrawlWatch crawl, String kafka, URI apiUrl) {
        this.crawl = crawl;
        this.kafka = kafka;
        this.api = new StatusClient(apiUrl);
    }

    /** Returns when the API's numbers hold what the pass has seen. */
    public Summary await() throws ExecutionException, InterruptedException, IOException {
        var pass = crawl.firstPass().get();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
            while (!isIngested(admin)) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        var status = api.status();
        while (!isAnalysed(status)) {
            LockSupport.parkNanos(POLL.toNanos());
            status = api.status();
        }
        var posts = status.posts() == null ? 0 : status.posts();
        return new Summary(
                pass.posts().done(), posts, pass.requests(), Duration.between(pass.startedAt(), Instant.now()));
    }

    /** The group's offsets are committed when a batch is in the tables and announced, the stored ones before that. */
    private static boolean isIngested(Admin admin) throws ExecutionException, InterruptedException {
        var partitions = partitions(admin);
        var question =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var ends = admin.listOffsets(question).all().get();
        var committed = admin.listConsumerGroupOffsets(INGEST_GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            var offset = committed.get(end.getKey());
            return end.getValue().offset() == 0
                    || (offset != null && offset.offset() >= end.getValue().offset());
        });
    }

    private static List<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        return admin.describeTopics(FORUM).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static boolean isAnalysed(Status status) {
        return status.lag() != null && status.lag().analytics() == 0 && status.posts() != null;
    }

    /**
     * What one pass came to.
     *
     * @param read posts that the pass has read
     * @param posts posts in the statistics now
     * @param requests requests sent to the forum
     * @param duration from the first request until the numbers were there
     */
    public record Summary(long read, long posts, long requests, Duration duration) {

        /** E.g. {@code 20,000 posts read with 1,870 requests in 2.4 s (8,333 posts/s); 20,000 posts in the statistics}. */
        public String inOneLine() {
            var seconds = duration.toMillis() / 1000.0;
            return String.format(
                    Locale.ROOT,
                    "%,d posts read with %,d requests in %.1f s (%,.0f posts/s); %,d posts in the statistics",
                    read,
                    requests,
                    seconds,
                    seconds <= 0 ? 0 : read / seconds,
                    posts);
        }
    }
}
