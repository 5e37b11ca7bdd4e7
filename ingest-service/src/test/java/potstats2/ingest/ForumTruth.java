package potstats2.ingest;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potstats2.events.BoardObserved;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.events.PostVanished;
import potstats2.events.ProfileObserved;
import potstats2.events.ThreadObserved;

/** What the tables must hold after a set of events, computed without SQL, in no particular order of the events. */
public final class ForumTruth {
    private final Collection<? extends ForumEvent> events;
    private final Map<Long, PostObserved> posts;
    private final Map<Long, ProfileObserved> profiles;
    private final Map<List<Long>, PostVanished> removals;
    private final Map<Long, Map<String, SortedSet<Moment>>> names = new TreeMap<>();

    public ForumTruth(Collection<? extends ForumEvent> events) {
        this.events = events;
        posts = latest(PostObserved.class, PostObserved::pid);
        profiles = latest(ProfileObserved.class, ProfileObserved::uid);
        removals = new HashMap<>(latest(PostVanished.class, removal -> List.of(removal.pid(), removal.tid())));
        posts.values().stream().filter(post -> !gone(post)).forEach(this::mention);
    }

    private <E extends ForumEvent, K> Map<K, E> latest(Class<E> type, Function<E, K> key) {
        var latest = new HashMap<K, E>();
        events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .forEach(event -> latest.merge(
                        key.apply(event), event, (a, b) -> b.observedAt().isAfter(a.observedAt()) ? b : a));
        return latest;
    }

    private boolean gone(PostObserved post) {
        var removal = removals.get(List.of(post.pid(), post.tid()));
        return removal != null && removal.observedAt().isAfter(post.observedAt());
    }

    private void mention(PostObserved post) {
        mention(post.poster(), new Moment(post.postedAt(), post.pid()));
        if (post.lastEdit() != null) {
            mention(post.lastEdit().editor(), new Moment(post.lastEdit().editedAt(), post.pid()));
        }
    }

    private void mention(PostObserved.UserName user, Moment moment) {
        if (!user.name().isEmpty()) {
            names.computeIfAbsent(user.uid(), uid -> new TreeMap<>())
                    .computeIfAbsent(user.name(), name -> new TreeSet<>())
                    .add(moment);
        }
    }

    /** When a name was said, and in which post. */
    private record Moment(Instant at, long pid) implements Comparable<Moment> {
        private static final Comparator<Moment> ORDER =
                Comparator.comparing(Moment::at).thenComparing(Moment::pid);

        @Override
        public int compareTo(Moment other) {
            return ORDER.compare(this, other);
        }
    }

    /** The rows of every table, as {@link #stored} reads them. */
    public List<String> tables() {
        return Stream.of(
                        latest(BoardObserved.class, BoardObserved::bid).values().stream()
                                .map(ForumTruth::row),
                        latest(ThreadObserved.class, ThreadObserved::tid).values().stream()
                                .map(ForumTruth::row),
                        posts.values().stream().map(this::row),
                        removals.values().stream()
                                .map(removal ->
                                        row("removal", removal.pid(), removal.tid(), micros(removal.observedAt()))),
                        profiles.values().stream().map(ForumTruth::row),
                        names.entrySet().stream().flatMap(ForumTruth::nameRows),
                        Stream.concat(names.keySet().stream(), profiles.keySet().stream())
                                .distinct()
                                .map(this::userRow)
                                .filter(Objects::nonNull))
                .flatMap(rows -> rows)
                .sorted()
                .toList();
    }

    private static String row(BoardObserved board) {
        var category = board.category();
        return row(
                "board",
                board.bid(),
                category.cid(),
                board.name(),
                board.description(),
                category.name(),
                category.description(),
                micros(board.observedAt()));
    }

    private static String row(ThreadObserved thread) {
        return row(
                "thread",
                thread.tid(),
                thread.bid(),
                thread.hits(),
                thread.replyEstimate(),
                thread.closed(),
                thread.sticky(),
                thread.important(),
                thread.announcement(),
                thread.global(),
                thread.gone(),
                thread.title(),
                thread.subtitle(),
                String.join("/", thread.tags()),
                micros(thread.observedAt()));
    }

    private String row(PostObserved post) {
        var edit = post.lastEdit();
        var avatar = post.avatar();
        return row(
                "post",
                post.pid(),
                post.tid(),
                post.poster().uid(),
                post.poster().name(),
                post.poster().groupId(),
                micros(post.postedAt()),
                post.editCount(),
                edit == null ? null : edit.editor().uid(),
                edit == null ? null : edit.editor().name(),
                edit == null ? null : micros(edit.editedAt()),
                post.iconId(),
                avatar == null ? null : avatar.avid(),
                avatar == null ? null : avatar.path(),
                post.title(),
                post.content(),
                post.content().codePointCount(0, post.content().length()),
                post.hidden(),
                gone(post),
                micros(post.observedAt()));
    }

    private static String row(ProfileObserved profile) {
        return row(
                "profile",
                profile.uid(),
                profile.name(),
                profile.registeredAt() == null ? null : profile.registeredAt().toString(),
                profile.account(),
                profile.rank(),
                String.join("/", profile.rankBars()),
                profile.standardRank(),
                profile.exists(),
                micros(profile.observedAt()));
    }

    private static Stream<String> nameRows(Map.Entry<Long, Map<String, SortedSet<Moment>>> user) {
        return user.getValue().entrySet().stream().map(name -> {
            var first = name.getValue().first();
            var last = name.getValue().last();
            return row(
                    "name",
                    user.getKey(),
                    name.getKey(),
                    micros(first.at()),
                    first.pid(),
                    micros(last.at()),
                    last.pid());
        });
    }

    private @Nullable String userRow(long uid) {
        var moments = names.getOrDefault(uid, Map.of());
        var byFirst = moments.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, SortedSet<Moment>>, Moment>comparing(
                                name -> name.getValue().first())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        var newest = moments.entrySet().stream()
                .max(Comparator.<Map.Entry<String, SortedSet<Moment>>, Moment>comparing(
                                name -> name.getValue().last())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey);
        var profile = profiles.get(uid);
        var name = newest.orElse(profile == null ? null : profile.name());
        var aliases = new ArrayList<>(byFirst);
        aliases.remove(name);
        return name == null ? null : row("user", uid, name, String.join("/", aliases));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    private static String row(@Nullable Object... columns) {
        return Stream.of(columns).map(String::valueOf).collect(joining("|"));
    }

    /** The rows of every table. */
    public static List<String> stored(ForumDatabase database) {
        return STORED.stream()
                .flatMap(query -> database.rows(query).stream())
                .sorted()
                .toList();
    }

    private static String micros(String column) {
        return "(extract(epoch FROM " + column + ") * 1000000)::bigint";
    }

    private static String query(String kind, String table, String... columns) {
        var texts = Stream.of(columns)
                .map(column -> "coalesce((" + column + ")::text, 'null')")
                .collect(joining(" || '|' || "));
        return "SELECT '" + kind + "|' || " + texts + " FROM forum." + table;
    }

    private static String flag(String column) {
        return "CASE WHEN " + column + " THEN 'true' ELSE 'false' END";
    }

    private static final List<String> STORED = List.of(
            query(
                    "board",
                    "boards",
                    "bid",
                    "cid",
                    "name",
                    "description",
                    "category_name",
                    "category_description",
                    micros("observed_at")),
            query(
                    "thread",
                    "threads",
                    "tid",
                    "bid",
                    "hits",
                    "reply_estimate",
                    flag("closed"),
                    flag("sticky"),
                    flag("important"),
                    flag("announcement"),
                    flag("global"),
                    flag("gone"),
                    "title",
                    "subtitle",
                    "array_to_string(tags, '/')",
                    micros("observed_at")),
            query(
                    "post",
                    "posts",
                    "pid",
                    "tid",
                    "uid",
                    "user_name",
                    "group_id",
                    micros("posted_at"),
                    "edit_count",
                    "editor_uid",
                    "editor_name",
                    micros("edited_at"),
                    "icon_id",
                    "avid",
                    "avatar_path",
                    "title",
                    "content",
                    "content_length",
                    flag("hidden"),
                    flag("gone"),
                    micros("observed_at")),
            query("removal", "post_removals", "pid", "tid", micros("observed_at")),
            query(
                    "profile",
                    "profiles",
                    "uid",
                    "name",
                    "to_char(registered_at, 'YYYY-MM-DD\"T\"HH24:MI')",
                    "account",
                    "rank",
                    "array_to_string(rank_bars, '/')",
                    flag("standard_rank"),
                    flag("exists"),
                    micros("observed_at")),
            query("name", "user_names", "uid", "name", micros("first_at"), "first_pid", micros("last_at"), "last_pid"),
            query("user", "users", "uid", "name", "array_to_string(aliases, '/')"));
}
