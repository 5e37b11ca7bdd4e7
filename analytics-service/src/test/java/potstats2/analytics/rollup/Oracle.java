package potstats2.analytics.rollup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import potstats2.analytics.rollup.ForumTables.Post;

/**
 * The numbers as they follow from the posts and threads, in plain Java: every key gathers its posts and counts them.
 * Each rollup is a map from its key to its numbers, both as text.
 */
final class Oracle {

    private final List<Counted> counted;

    Oracle(Map<Long, Post> posts, Map<Long, Long> boardsOfThreads, ZoneId zone) {
        var starts = posts.values().stream()
                .filter(post -> !post.gone())
                .collect(Collectors.toMap(Post::tid, Post::pid, Math::min));
        counted = posts.values().stream()
                .filter(post -> !post.gone() && boardsOfThreads.containsKey(post.tid()))
                .map(post -> new Counted(
                        post,
                        Objects.requireNonNull(boardsOfThreads.get(post.tid())),
                        LocalDateTime.ofInstant(post.postedAt(), zone),
                        Objects.equals(starts.get(post.tid()), post.pid())))
                .toList();
    }

    /** A post that counts, where and when. */
    private record Counted(Post post, long bid, LocalDateTime at, boolean start) {

        LocalDate day() {
            return at.toLocalDate();
        }

        int weekday() {
            return at.getDayOfWeek().getValue();
        }

        /** The post's own year and board, and every "all". */
        Stream<Scope> scopes() {
            return Stream.of(
                    new Scope(bid, at.getYear()), new Scope(bid, 0), new Scope(0, at.getYear()), new Scope(0, 0));
        }
    }

    private record Scope(long bid, int year) {}

    SortedMap<String, String> threadStarts() {
        return counted.stream()
                .filter(Counted::start)
                .collect(toSorted(
                        c -> key(c.post().tid()),
                        c -> key(c.post().pid(), c.post().uid(), c.bid(), c.day(), c.at().getHour())));
    }

    SortedMap<String, String> userHour() {
        return gather(
                c -> Stream.of(key(c.post().uid(), c.day(), c.at().getHour(), c.bid())),
                posts -> key(counts(posts), "0,0"));
    }

    SortedMap<String, String> posterYear() {
        return gather(
                c -> c.scopes()
                        .map(scope -> key(scope.bid(), scope.year(), c.post().uid())),
                posts -> key(counts(posts), "0,0", firstDay(posts), hours(posts)));
    }

    SortedMap<String, String> boardDay() {
        return gather(
                c -> Stream.of(key(c.bid(), c.day()), key(0, c.day())), posts -> key(counts(posts), users(posts)));
    }

    SortedMap<String, String> boardYear() {
        return gather(
                c -> c.scopes().map(scope -> key(scope.bid(), scope.year())),
                posts -> key(counts(posts), users(posts)));
    }

    SortedMap<String, String> boardHour() {
        return gather(
                c -> c.scopes().map(scope -> key(scope.bid(), scope.year(), c.weekday(), c.at().getHour())),
                posts -> key(counts(posts), users(posts)));
    }

    SortedMap<String, String> boardWeekday() {
        return gather(
                c -> c.scopes().map(scope -> key(scope.bid(), scope.year(), c.weekday())),
                posts -> key(counts(posts), users(posts)));
    }

    private SortedMap<String, String> gather(
            Function<Counted, Stream<String>> keys, Function<Collection<Counted>, String> numbers) {
        var gathered = new TreeMap<String, Collection<Counted>>();
        for (var post : counted) {
            keys.apply(post)
                    .forEach(key -> gathered.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(post));
        }
        return gathered.entrySet().stream()
                .collect(toSorted(Map.Entry::getKey, entry -> numbers.apply(entry.getValue())));
    }

    private static String counts(Collection<Counted> posts) {
        return key(
                posts.size(),
                posts.stream().mapToLong(c -> c.post().edits()).sum(),
                posts.stream().mapToLong(c -> c.post().length()).sum(),
                posts.stream().filter(Counted::start).count());
    }

    private static long users(Collection<Counted> posts) {
        return posts.stream().map(c -> c.post().uid()).distinct().count();
    }

    private static LocalDate firstDay(Collection<Counted> posts) {
        return posts.stream().map(Counted::day).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static String hours(Collection<Counted> posts) {
        var bits = "0".repeat(7 * 24).toCharArray();
        posts.forEach(c -> bits[(c.weekday() - 1) * 24 + c.at().getHour()] = '1');
        return new String(bits);
    }

    private static String key(Object... parts) {
        return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(","));
    }

    private static <T> Collector<T, ?, SortedMap<String, String>> toSorted(
            Function<T, String> key, Function<T, String> value) {
        return Collectors.toMap(key, value, Oracle::twice, TreeMap::new);
    }

    private static String twice(String a, String b) {
        throw new IllegalStateException("Two rows of one key: " + a + " and " + b);
    }
}
