package potstats2.analytics.rollup;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final List<Quote> quotes;

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
        var byPid = counted.stream().collect(Collectors.toMap(c -> c.post().pid(), c -> c));
        quotes = counted.stream()
                .flatMap(c -> c.post().text().quotes().stream()
                        .filter(byPid::containsKey)
                        .map(pid -> new Quote(c, Objects.requireNonNull(byPid.get(pid)))))
                .toList();
    }

    /** One occurrence of a quote that counts. */
    private record Quote(Counted by, Counted of) {}

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
                posts -> key(counts(posts), pairs(posts)));
    }

    SortedMap<String, String> posterYear() {
        return gather(
                c -> c.scopes()
                        .map(scope -> key(scope.bid(), scope.year(), c.post().uid())),
                posts -> key(counts(posts), pairs(posts), firstDay(posts), lastDay(posts), hours(posts)));
    }

    SortedMap<String, String> boardDay() {
        return gather(
                c -> Stream.of(key(c.bid(), c.day()), key(0, c.day())), posts -> key(counts(posts), users(posts)));
    }

    SortedMap<String, String> boardMonth() {
        return gather(
                c -> Stream.of(
                        key(c.bid(), c.day().withDayOfMonth(1)), key(0, c.day().withDayOfMonth(1))),
                posts -> key(counts(posts), users(posts)));
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

    SortedMap<String, String> quoteRelation() {
        return count(quotes.stream()
                .flatMap(quote -> quote.by()
                        .scopes()
                        .map(scope -> key(
                                scope.bid(),
                                scope.year(),
                                quote.by().post().uid(),
                                quote.of().post().uid()))));
    }

    SortedMap<String, String> userDomain() {
        return count(links((year, type, post, domain) -> key(year, type, post.uid(), domain)));
    }

    SortedMap<String, String> domainYear() {
        return count(links((year, type, post, domain) -> key(year, type, domain)));
    }

    private interface LinkKey {
        String of(int year, String type, Post post, String domain);
    }

    private Stream<String> links(LinkKey key) {
        return counted.stream()
                .flatMap(c -> c.post().text().links().stream()
                        .flatMap(link -> Stream.of(
                                key.of(c.at().getYear(), link.type(), c.post(), link.domain()),
                                key.of(c.at().getYear(), "all", c.post(), link.domain()),
                                key.of(0, link.type(), c.post(), link.domain()),
                                key.of(0, "all", c.post(), link.domain()))));
    }

    private static SortedMap<String, String> count(Stream<String> keys) {
        var counts = new TreeMap<String, String>();
        keys.forEach(key -> counts.merge(key, "1", (a, b) -> String.valueOf(Long.parseLong(a) + 1)));
        return counts;
    }

    private SortedMap<String, String> gather(
            Function<Counted, Stream<String>> keys, Function<Collection<Counted>, String> numbers) {
        var gathered = new TreeMap<String, Set<Counted>>();
        for (var post : counted) {
            keys.apply(post)
                    .forEach(key -> gathered.computeIfAbsent(key, any -> new HashSet<>())
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

    /** Pairs of posts, however often one quotes the other: those that quote, and those that are quoted. */
    private String pairs(Collection<Counted> posts) {
        return key(
                quotes.stream()
                        .filter(quote -> posts.contains(quote.by()))
                        .distinct()
                        .count(),
                quotes.stream()
                        .filter(quote -> posts.contains(quote.of()))
                        .distinct()
                        .count());
    }

    private static long users(Collection<Counted> posts) {
        return posts.stream().map(c -> c.post().uid()).distinct().count();
    }

    private static LocalDate firstDay(Collection<Counted> posts) {
        return posts.stream().map(Counted::day).min(Comparator.naturalOrder()).orElseThrow();
    }

    private static LocalDate lastDay(Collection<Counted> posts) {
        return posts.stream().map(Counted::day).max(Comparator.naturalOrder()).orElseThrow();
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
