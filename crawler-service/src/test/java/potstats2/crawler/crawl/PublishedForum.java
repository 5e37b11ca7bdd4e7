package potstats2.crawler.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import potstats2.events.BoardObserved;
import potstats2.events.EventCodec;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;
import potstats2.events.Topic;
import potstats2.testsupport.TopicReader;

/** The forum as the topics tell it, read like a careful consumer reads them. */
final class PublishedForum {

    private static final EventCodec CODEC = new EventCodec();

    final Map<Long, BoardObserved> boards = new HashMap<>();
    final Map<Long, ThreadObserved> threads = new HashMap<>();
    final Map<Long, PostObserved> posts = new HashMap<>();
    final Map<Long, ProfileObserved> profiles = new HashMap<>();
    final List<ForumEvent> events = new ArrayList<>();
    private final Map<List<Long>, PostVanished> removals = new HashMap<>();

    private PublishedForum() {}

    static PublishedForum read(String kafka) {
        var forum = new PublishedForum();
        for (var topic : Topic.FORUM) {
            TopicReader.readAll(kafka, topic.name()).forEach(record -> forum.add(event(record)));
        }
        return forum;
    }

    /** As left by compaction: the newest record of each key. */
    static PublishedForum readCompacted(String kafka) {
        var forum = new PublishedForum();
        for (var topic : Topic.FORUM) {
            var newest = new LinkedHashMap<String, ForumEvent>();
            TopicReader.readAll(kafka, topic.name()).forEach(record -> newest.put(record.key(), event(record)));
            newest.values().forEach(forum::add);
        }
        return forum;
    }

    private static ForumEvent event(ConsumerRecord<String, byte[]> record) {
        return (ForumEvent) CODEC.decode(
                name -> Objects.requireNonNull(record.headers().lastHeader(name))
                        .value(),
                record.value());
    }

    /** The pages of threads that the crawler remembered, once for each time it did. */
    static List<String> checkpointsOfPages(String kafka) {
        return TopicReader.readAll(kafka, Topic.CHECKPOINTS.name()).stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith("page:"))
                .toList();
    }

    private void add(ForumEvent event) {
        events.add(event);
        if (event instanceof BoardObserved board) {
            boards.merge(board.bid(), board, PublishedForum::later);
        } else if (event instanceof ThreadObserved thread) {
            threads.merge(thread.tid(), thread, PublishedForum::later);
        } else if (event instanceof PostObserved post) {
            posts.merge(post.pid(), post, PublishedForum::later);
        } else if (event instanceof ProfileObserved profile) {
            profiles.merge(profile.uid(), profile, PublishedForum::later);
        } else if (event instanceof PostVanished removal) {
            removals.merge(List.of(removal.pid(), removal.tid()), removal, PublishedForum::later);
        }
    }

    private static <E extends ForumEvent> E later(E a, E b) {
        return a.observedAt().isAfter(b.observedAt()) ? a : b;
    }

    /** Posts that count. */
    Map<Long, PostObserved> visiblePosts() {
        return posts.values().stream()
                .filter(this::isVisible)
                .collect(Collectors.toMap(PostObserved::pid, post -> post));
    }

    private boolean isVisible(PostObserved post) {
        var thread = threads.get(post.tid());
        var removal = removals.get(List.of(post.pid(), post.tid()));
        return thread != null
                && !thread.gone()
                && (removal == null || removal.observedAt().isBefore(post.observedAt()));
    }

    Set<Long> visibleThreads() {
        return visiblePosts().values().stream().map(PostObserved::tid).collect(Collectors.toCollection(HashSet::new));
    }
}
