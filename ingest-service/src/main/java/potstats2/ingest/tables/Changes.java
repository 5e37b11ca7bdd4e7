package potstats2.ingest.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;
import potstats2.ingest.tables.PostState.Mention;
import potstats2.ingest.tables.PostState.Moment;

/** What the statements of one transaction found to have changed. Confined to that transaction. */
final class Changes {
    private final Set<TouchedPost> posts = new LinkedHashSet<>();
    private final Map<Long, Long> threadOfPost = new HashMap<>();
    private final Set<Long> newThreads = new TreeSet<>();
    private final Set<Long> movedThreads = new TreeSet<>();
    private final Set<Long> renamedThreads = new TreeSet<>();
    private final Set<Long> boards = new TreeSet<>();
    private final Set<Long> namedProfiles = new TreeSet<>();
    private final Set<Long> users = new TreeSet<>();
    private final Map<NameKey, NameSpan> names = new TreeMap<>();
    private final Set<Mention> lostMentions = new LinkedHashSet<>();
    private boolean profiles;

    /** A post's row was written. */
    void post(@Nullable PostState old, PostState now) {
        if (old != null) {
            posts.add(old.touched(false));
            lostMentions.addAll(old.mentions());
        }
        posts.add(now.touched(old == null && !now.gone()));
        threadOfPost.put(now.pid(), now.tid());
        for (var mention : now.mentions()) {
            lostMentions.remove(mention);
            names.merge(
                    new NameKey(mention.uid(), mention.name()),
                    new NameSpan(mention.uid(), mention.name(), mention.moment(), mention.moment()),
                    NameSpan::including);
        }
    }

    void newThread(long tid) {
        newThreads.add(tid);
    }

    void movedThread(long tid) {
        movedThreads.add(tid);
    }

    /** It has another title, subtitle or other tags, or had none before. */
    void renamedThread(long tid) {
        renamedThreads.add(tid);
    }

    void board(long bid) {
        boards.add(bid);
    }

    /** A profile shows something else than before. */
    void profile(long uid, boolean renamed) {
        profiles = true;
        if (renamed) {
            namedProfiles.add(uid);
        }
    }

    void user(long uid) {
        users.add(uid);
    }

    /** Whether something changed that depends on what other batches write. */
    boolean needTurn() {
        return !(posts.isEmpty() && newThreads.isEmpty() && namedProfiles.isEmpty());
    }

    /** Threads that appeared, each with the number of its posts that are among the changed ones anyway. */
    Map<Long, Long> newThreads() {
        var changedPosts =
                threadOfPost.values().stream().collect(Collectors.groupingBy(tid -> tid, Collectors.counting()));
        return newThreads.stream()
                .collect(Collectors.toMap(
                        tid -> tid, tid -> changedPosts.getOrDefault(tid, 0L), Long::sum, TreeMap::new));
    }

    /** Names seen, in order of user and name. */
    Collection<NameSpan> names() {
        return names.values();
    }

    /** What posts no longer say. */
    Collection<Mention> lostMentions() {
        return lostMentions;
    }

    /** Users whose profile was written under another name than before. */
    Set<Long> namedProfiles() {
        return namedProfiles;
    }

    Optional<ForumChanged> announcement(Batch batch) {
        if (posts.isEmpty()
                && movedThreads.isEmpty()
                && renamedThreads.isEmpty()
                && boards.isEmpty()
                && users.isEmpty()
                && !profiles) {
            return Optional.empty();
        }
        var source = batch.advances().stream().map(Advance::toString).collect(Collectors.joining(","));
        return Optional.of(new ForumChanged(
                source,
                new ArrayList<>(posts),
                new ArrayList<>(movedThreads),
                new ArrayList<>(renamedThreads),
                new ArrayList<>(boards),
                new ArrayList<>(users),
                batch.oldest()));
    }

    /** From when to when a name was seen. */
    record NameSpan(long uid, String name, Moment first, Moment last) {
        NameSpan including(NameSpan other) {
            return new NameSpan(
                    uid,
                    name,
                    first.compareTo(other.first) < 0 ? first : other.first,
                    last.compareTo(other.last) > 0 ? last : other.last);
        }
    }

    private record NameKey(long uid, String name) implements Comparable<NameKey> {
        @Override
        public int compareTo(NameKey other) {
            int byUser = Long.compare(uid, other.uid);
            return byUser == 0 ? name.compareTo(other.name) : byUser;
        }
    }
}
