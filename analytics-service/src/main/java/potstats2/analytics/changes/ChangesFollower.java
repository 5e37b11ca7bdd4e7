package potstats2.analytics.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.analytics.rollup.LostPositionException;
import potstats2.analytics.rollup.OffsetRange;
import potstats2.events.ForumChanged;
import potstats2.events.Topic;
import potstats2.runtime.kafka.EventDeserializer;
import potstats2.runtime.tracing.Traces;

/**
 * Follows the announcements from the position that the rollups are at. Where to start is decided by the database alone; the
 * group's offset follows it, for those who watch the lag. Used by one thread.
 */
final class ChangesFollower implements ConsumerRebalanceListener {

    static final String GROUP = "potstats2-analytics";

    private static final Logger LOG = LoggerFactory.getLogger(ChangesFollower.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topic.CHANGES.name(), 0);
    /** Polls are so short until the stored position is known: being given the partition does not end one. */
    private static final Duration UNTIL_POSITIONED = Duration.ofMillis(50);

    private final Consumer<String, byte[]> consumer;
    private final ChangesApplier applier;
    private final Gathering gathering;
    private final DeadLetters deadLetters;
    private final AnalyticsMetrics metrics;
    private final Traces traces;
    private final EventDeserializer deserializer = new EventDeserializer();

    private boolean assigned;
    private boolean seekNeeded;

    ChangesFollower(
            Consumer<String, byte[]> consumer,
            ChangesApplier applier,
            Gathering gathering,
            DeadLetters deadLetters,
            AnalyticsMetrics metrics,
            Traces traces) {
        this.consumer = consumer;
        this.applier = applier;
        this.gathering = gathering;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
        consumer.subscribe(List.of(Topic.CHANGES.name()), this);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.contains(PARTITION)) {
            assigned = true;
            seekNeeded = true;
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (partitions.contains(PARTITION)) {
            assigned = false;
        }
    }

    boolean assigned() {
        return assigned;
    }

    /** Waits for announcements at most as long as given, and applies those that came. */
    void poll(Duration timeout) {
        var gathered = gather(assigned && !seekNeeded ? timeout : UNTIL_POSITIONED);
        if (assigned && seekNeeded) {
            seek();
        } else if (assigned && consumer.position(PARTITION) != applier.position()) {
            refresh(gathered);
        } else {
            metrics.caughtUp();
            if (assigned) {
                applier.announceForeignRefresh();
            }
        }
    }

    /** What came and could be read; the rest is set aside. */
    private List<Announcement> gather(Duration timeout) {
        var gathered = new ArrayList<Announcement>();
        var posts = 0;
        var polled = fetch(timeout);
        var begin = System.nanoTime();
        while (assigned && !seekNeeded && !polled.isEmpty()) {
            for (var record : polled) {
                try {
                    var announcement = read(record);
                    gathered.add(announcement);
                    posts += announcement.change().posts().size();
                } catch (RuntimeException e) {
                    deadLetters.add(record, e);
                }
            }
            var patience = gathering.patience(gathered.size(), posts, Duration.ofNanos(System.nanoTime() - begin));
            if (patience.isZero()) {
                break;
            }
            polled = fetch(patience);
        }
        return gathered;
    }

    private Announcement read(ConsumerRecord<String, byte[]> record) {
        if (deserializer.read(record) instanceof ForumChanged change) {
            return new Announcement(record.key(), record.offset(), record.headers(), change);
        }
        throw new IllegalArgumentException("not an announcement of changes");
    }

    /** Announcements may be gone before they were read, for their age or with their topic: then all is rebuilt. */
    private ConsumerRecords<String, byte[]> fetch(Duration timeout) {
        try {
            return consumer.poll(timeout);
        } catch (InvalidOffsetException e) {
            LOG.debug("Starting from the stored position", e);
            seekNeeded = true;
            return ConsumerRecords.empty();
        }
    }

    private void seek() {
        var partitions = List.of(PARTITION);
        var begin = consumer.beginningOffsets(partitions).getOrDefault(PARTITION, 0L);
        var end = consumer.endOffsets(partitions).getOrDefault(PARTITION, 0L);
        var position = applier.resume(new OffsetRange(begin, end));
        consumer.seek(PARTITION, position);
        seekNeeded = false;
        LOG.info("Following {} from offset {}", PARTITION, position);
    }

    private void refresh(List<Announcement> gathered) {
        metrics.arrived(gathered.stream().map(Announcement::change).toList());
        var begin = System.nanoTime();
        var span = traces.begin("refresh", headers(gathered));
        try {
            applier.apply(gathered, consumer.position(PARTITION));
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(applier.position())));
        } catch (LostPositionException e) {
            LOG.warn("{}: starting from the stored position again", e.getMessage());
            seekNeeded = true;
        } finally {
            span.end();
        }
        gathering.refreshed(Duration.ofNanos(System.nanoTime() - begin));
    }

    private static List<Headers> headers(List<Announcement> gathered) {
        return gathered.stream().map(Announcement::headers).toList();
    }
}
