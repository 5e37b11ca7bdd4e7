package potstats2.ingest.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import potstats2.events.BoardObserved;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;

/**
 * What one transaction writes: of every entity the latest observation, in the order of their keys, so that concurrent
 * batches lock rows in the same order.
 *
 * @param advances how far the positions move, in order of topic and partition
 * @param boards by BID
 * @param threads by TID
 * @param posts by PID
 * @param removals by PID and TID
 * @param profiles by UID
 * @param oldest the oldest of the observations, {@link Instant#MAX} where there are none
 */
public record Batch(
        List<Advance> advances,
        List<BoardObserved> boards,
        List<ThreadObserved> threads,
        List<PostObserved> posts,
        List<PostVanished> removals,
        List<ProfileObserved> profiles,
        Instant oldest) {

    /** Keeps of the events what matters. */
    public static Batch of(Collection<Advance> advances, Iterable<? extends ForumEvent> events) {
        var latest = new LatestOfEach();
        var oldest = Instant.MAX;
        for (var event : events) {
            event.handle(latest);
            oldest = event.observedAt().isBefore(oldest) ? event.observedAt() : oldest;
        }
        return new Batch(
                advances.stream()
                        .sorted(Comparator.comparing(Advance::topic).thenComparing(Advance::number))
                        .toList(),
                latest.boards.events(),
                latest.threads.events(),
                latest.posts.events(),
                latest.removals.events(),
                latest.profiles.events(),
                oldest);
    }

    private static final class LatestOfEach implements ForumEvent.Handler {
        private final Latest<BoardObserved> boards = new Latest<>(BoardObserved::bid);
        private final Latest<ThreadObserved> threads = new Latest<>(ThreadObserved::tid);
        private final Latest<PostObserved> posts = new Latest<>(PostObserved::pid);
        private final Latest<PostVanished> removals = new Latest<>(PostVanished::pid, PostVanished::tid);
        private final Latest<ProfileObserved> profiles = new Latest<>(ProfileObserved::uid);

        @Override
        public void board(BoardObserved board) {
            boards.add(board);
        }

        @Override
        public void thread(ThreadObserved thread) {
            threads.add(thread);
        }

        @Override
        public void post(PostObserved post) {
            posts.add(post);
        }

        @Override
        public void vanished(PostVanished post) {
            removals.add(post);
        }

        @Override
        public void profile(ProfileObserved profile) {
            profiles.add(profile);
        }
    }

    /** Of every entity the latest observation; of two at the same instant the first. */
    private static final class Latest<E extends ForumEvent> {
        private final TreeMap<Key, E> events = new TreeMap<>();
        private final Function<E, Key> key;

        Latest(Function<E, Long> id) {
            this(id, event -> 0L);
        }

        Latest(Function<E, Long> id, Function<E, Long> secondId) {
            key = event -> new Key(id.apply(event), secondId.apply(event));
        }

        void add(E event) {
            events.merge(key.apply(event), event, (a, b) -> b.observedAt().isAfter(a.observedAt()) ? b : a);
        }

        List<E> events() {
            return new ArrayList<>(events.values());
        }
    }

    private record Key(long id, long secondId) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::id).thenComparingLong(Key::secondId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
