package potstats2.analytics.changes;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.dao.DataIntegrityViolationException;
import potstats2.analytics.rollup.LostPositionException;
import potstats2.analytics.rollup.OffsetRange;
import potstats2.analytics.rollup.RollupRefresh;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import potstats2.events.Topic;
import potstats2.events.UnreadableEventException;
import potstats2.runtime.tracing.Traces;

/**
 * Applies announcements from the position that the rollups are at. Where to start is decided by the database alone; the
 * group's offset follows it, for those who watch the lag. While announcements keep coming, a refresh gathers them for
 * a multiple of the time that the last one took, and in bulk for some seconds: many changes share its cost. Used by one
 * thread.
 */
final class ChangesFollower implements ConsumerRebalanceListener {

    static final String GROUP = "potstats2-analytics";

    private static final Logger LOG = LoggerFactory.getLogger(ChangesFollower.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topic.CHANGES.name(), 0);
    private static final int GATHERING = 3;
    private static final int BULK_POSTS = 1_000;
    private static final Duration BULK_GATHERING = Duration.ofSeconds(3);
    private static final Duration LONGEST_GATHERING = Duration.ofSeconds(10);
    /** They take a quarter of a heap of 256 MB. */
    private static final int MOST_POSTS = 1_000_000;
    /** When nothing came for so long, nothing more is waited for. */
    private static final Duration LULL = Duration.ofMillis(150);
    /** Polls are so short until the stored position is known: being given the partition does not end one. */
    private static final Duration UNTIL_POSITIONED = Duration.ofMillis(50);

    private final Consumer<String, byte[]> consumer;
    private final RollupRefresh rollups;
    private final Announcer announcer;
    private final DeadLetters deadLetters;
    private final AnalyticsMetrics metrics;
    private final Traces traces;
    private final EventCodec codec;
    private final int mostAnnouncements;

    private boolean assigned;
    private boolean seekNeeded;
    private long position;
    private long announcedGeneration;
    private Duration lastRefresh = Duration.ZERO;

    ChangesFollower(
            Consumer<String, byte[]> consumer,
            RollupRefresh rollups,
            Announcer announcer,
            DeadLetters deadLetters,
            AnalyticsMetrics metrics,
            Traces traces,
            EventCodec codec,
            int mostAnnouncements) {
        this.consumer = consumer;
        this.rollups = rollups;
        this.announcer = announcer;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
        this.codec = codec;
        this.mostAnnouncements = mostAnnouncements;
        consumer.subscribe(List.of(Topic.CHANGES.name()), this);
    }

    /** An announcement and where it stands. Its bytes are not kept: those of a million posts take more room than the posts. */
    private record Announcement(String key, long offset, Headers headers, ForumChanged change) {}

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
        } else if (assigned && consumer.position(PARTITION) != position) {
            refresh(gathered);
        } else {
            metrics.caughtUp();
            if (assigned) {
                announceForeignRefresh();
            }
        }
    }

    /** What came and could be read; the rest is set aside. */
    private List<Announcement> gather(Duration timeout) {
        var gathered = new ArrayList<Announcement>();
        var posts = 0;
        var polled = read(timeout);
        var begin = System.nanoTime();
        while (assigned && !seekNeeded && !polled.isEmpty()) {
            for (var message : polled) {
                try {
                    var change = read(message);
                    gathered.add(new Announcement(message.key(), message.offset(), message.headers(), change));
                    posts += change.posts().size();
                } catch (UnreadableEventException | IllegalArgumentException e) {
                    deadLetters.add(message, e);
                }
            }
            var left = gathering(posts).minusNanos(System.nanoTime() - begin);
            if (left.isNegative() || gathered.size() >= mostAnnouncements || posts >= MOST_POSTS) {
                break;
            }
            polled = read(shorter(left, LULL));
        }
        return gathered;
    }

    /** Announcements may be gone before they were read, for their age or with their topic: then all is rebuilt. */
    private ConsumerRecords<String, byte[]> read(Duration timeout) {
        try {
            return consumer.poll(timeout);
        } catch (InvalidOffsetException e) {
            LOG.debug("Starting from the stored position", e);
            seekNeeded = true;
            return ConsumerRecords.empty();
        }
    }

    private Duration gathering(int posts) {
        var gathering = lastRefresh.multipliedBy(GATHERING);
        var atLeast = posts < BULK_POSTS ? Duration.ZERO : BULK_GATHERING;
        return shorter(gathering.compareTo(atLeast) < 0 ? atLeast : gathering, LONGEST_GATHERING);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void refresh(List<Announcement> gathered) {
        var begin = System.nanoTime();
        var span = traces.begin("refresh", headers(gathered));
        try {
            apply(gathered);
        } finally {
            span.end();
        }
        lastRefresh = Duration.ofNanos(System.nanoTime() - begin);
    }

    private static List<Headers> headers(List<Announcement> gathered) {
        return gathered.stream().map(Announcement::headers).toList();
    }

    /** Goes to the stored position. What was refreshed up to there may never have been announced. */
    private void seek() {
        var partitions = List.of(PARTITION);
        var begin = consumer.beginningOffsets(partitions).getOrDefault(PARTITION, 0L);
        var end = consumer.endOffsets(partitions).getOrDefault(PARTITION, 0L);
        position = rollups.resume(new OffsetRange(begin, end));
        consumer.seek(PARTITION, position);
        seekNeeded = false;
        announcedGeneration = rollups.generation();
        announcer.everything(announcedGeneration);
        LOG.info("Following {} from offset {}", PARTITION, position);
    }

    /** Somebody may have rebuilt the rollups meanwhile. */
    private void announceForeignRefresh() {
        var generation = rollups.generation();
        if (generation != announcedGeneration) {
            announcer.everything(generation);
            announcedGeneration = generation;
        }
    }

    private void apply(List<Announcement> announcements) {
        metrics.arrived(announcements.stream().map(Announcement::change).toList());
        try {
            applyOrSetAside(announcements, consumer.position(PARTITION));
            consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(position)));
        } catch (LostPositionException e) {
            LOG.warn("{}: starting from the stored position again", e.getMessage());
            seekNeeded = true;
        }
    }

    private ForumChanged read(ConsumerRecord<String, byte[]> message) {
        var event = codec.decode(
                name -> {
                    var header = message.headers().lastHeader(name);
                    return header == null ? null : header.value();
                },
                message.value());
        if (event instanceof ForumChanged change) {
            return change;
        }
        throw new IllegalArgumentException("not an announcement of changes: " + codec.typeOf(event));
    }

    /** If the database refuses the data, each announcement is tried alone, and those that fail again are set aside. */
    private void applyOrSetAside(List<Announcement> announcements, long next) {
        try {
            apply(announcements, next);
        } catch (DataIntegrityViolationException e) {
            if (announcements.size() > 1) {
                for (var announcement : announcements) {
                    applyOrSetAside(List.of(announcement), announcement.offset() + 1);
                }
                applyOrSetAside(List.of(), next);
            } else if (announcements.size() == 1) {
                deadLetters.add(encoded(announcements.get(0)), e);
                apply(List.of(), next);
            } else {
                throw e;
            }
        }
    }

    /** As it was read. */
    private ConsumerRecord<String, byte[]> encoded(Announcement announcement) {
        var message = new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                announcement.offset(),
                announcement.key(),
                codec.encode(announcement.change()));
        announcement.headers().forEach(message.headers()::add);
        return message;
    }

    private void apply(List<Announcement> announcements, long next) {
        var changes = announcements.stream().map(Announcement::change).toList();
        var begin = System.nanoTime();
        var refreshed = rollups.apply(position, next, changes);
        position = next;
        metrics.refreshed(changes, refreshed, Duration.ofNanos(System.nanoTime() - begin));
        if (refreshed.generation() != announcedGeneration + 1) {
            announcer.everything(refreshed.generation());
        } else if (!refreshed.scopes().isEmpty()) {
            announcer.refreshed(
                    refreshed,
                    changes.stream()
                            .map(ForumChanged::observedAt)
                            .min(Instant::compareTo)
                            .orElse(null));
        }
        announcedGeneration = refreshed.generation();
        LOG.debug("Applied {} announcements up to offset {}: {}", changes.size(), next, refreshed);
    }
}
