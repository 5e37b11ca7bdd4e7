package potstats2.analytics.changes;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import potstats2.events.EventCodec;
import potstats2.events.ForumChanged;
import potstats2.events.Topic;

/**
 * Changes that ingest announced, or a part of them, and where their record stands. The record's bytes are not kept: those of
 * a million posts take more room than the posts.
 */
record Announcement(String key, long offset, Headers headers, ForumChanged change) {

    /** The same changes in two parts; none where there is nothing to part. */
    List<Announcement> halves() {
        var posts = change.posts().size();
        var threads = change.movedThreads().size();
        if (posts + threads <= 1) {
            return List.of();
        }
        var half = posts / 2;
        var half2 = (threads + 1) / 2;
        return List.of(part(0, half, 0, half2), part(half, posts, half2, threads));
    }

    private Announcement part(int fromPost, int toPost, int fromThread, int toThread) {
        return new Announcement(
                key,
                offset,
                headers,
                new ForumChanged(
                        change.source(),
                        change.posts().subList(fromPost, toPost),
                        change.movedThreads().subList(fromThread, toThread),
                        change.renamedThreads(),
                        change.boards(),
                        change.users(),
                        change.observedAt()));
    }

    /** As a record; that which was read, where this is all of it. */
    ConsumerRecord<String, byte[]> encoded() {
        var record = new ConsumerRecord<>(Topic.CHANGES.name(), 0, offset, key, new EventCodec().encode(change));
        headers.forEach(record.headers()::add);
        return record;
    }
}
