package potstats2.api.forum;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The posts of a forum, and what can be said about some of them by looking at each. 0 stands for all years, all boards. */
final class Posts {
    static final JsonMapper JSON = new JsonMapper();

    private final GeneratedForum forum;
    private final Days days;
    private final Map<Long, Post> byPid = new HashMap<>();
    private final Map<Long, Post> threadStarts = new HashMap<>();
    private final List<Quote> quotes;

    /** A post and one that it quotes, with how often it does. */
    record Quote(Post from, Post to, long occurrences) {}

    Posts(GeneratedForum forum) {
        this(forum, Days.ALL);
    }

    /** Those of some days; which post starts a thread and which quotes count, all of them decide. */
    Posts(GeneratedForum forum, Days days) {
        this.forum = forum;
        this.days = days;
        for (var post : forum.posts()) {
            byPid.put(post.pid(), post);
            threadStarts.merge(post.tid(), post, (one, other) -> one.pid() < other.pid() ? one : other);
        }
        quotes = forum.posts().stream().flatMap(this::quotesOf).toList();
    }

    Stream<Post> in(int year, long bid) {
        return forum.posts().stream().filter(post -> isIn(post, year, bid));
    }

    boolean isIn(Post post, int year, long bid) {
        return days.contain(post.day()) && post.in(year, bid);
    }

    /** The quotes of known posts. */
    Stream<Quote> quotes() {
        return quotes.stream();
    }

    private Stream<Quote> quotesOf(Post post) {
        return post.quotes().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(quoted -> byPid.containsKey(quoted.getKey()))
                .map(quoted -> new Quote(post, known(quoted.getKey()), quoted.getValue()));
    }

    private Post known(long pid) {
        return Objects.requireNonNull(byPid.get(pid));
    }

    int threads() {
        return threadStarts.size();
    }

    static <K extends Comparable<K>> SortedMap<K, List<Post>> grouped(Stream<Post> posts, Function<Post, K> key) {
        return posts.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    ObjectNode user(long uid) {
        var user = JSON.createObjectNode().put("name", forum.names().get(uid)).put("uid", uid);
        var aliases = user.putArray("aliases");
        GeneratedForum.aliases(uid).forEach(aliases::add);
        return user;
    }

    void putActivity(ObjectNode row, Collection<Post> posts) {
        row.put("post_count", posts.size());
        row.put("edit_count", edits(posts));
        row.put("threads_created", threads(posts));
        row.put("active_users", activeUsers(posts));
        row.put("avg_post_length", averageLength(posts));
    }

    void putPoster(ObjectNode row, Collection<Post> posts) {
        row.put("post_count", posts.size());
        row.put("edit_count", edits(posts));
        row.put("avg_post_length", averageLength(posts));
        row.put("threads_created", threads(posts));
        var pids = posts.stream().map(Post::pid).collect(Collectors.toSet());
        row.put("quoted_count", count(quotes.stream().map(Quote::to), pids));
        row.put("quotes_count", count(quotes.stream().map(Quote::from), pids));
    }

    private static long count(Stream<Post> posts, Set<Long> pids) {
        return posts.filter(post -> pids.contains(post.pid())).count();
    }

    long threads(Collection<Post> posts) {
        return posts.stream()
                .filter(post -> post.equals(threadStarts.get(post.tid())))
                .count();
    }

    static long edits(Collection<Post> posts) {
        return posts.stream().mapToLong(Post::edits).sum();
    }

    static long activeUsers(Collection<Post> posts) {
        return posts.stream().map(Post::uid).distinct().count();
    }

    static long averageLength(Collection<Post> posts) {
        if (posts.isEmpty()) {
            return 0;
        }
        var length = posts.stream().mapToLong(Post::length).sum();
        return Math.floorDiv(2 * length + posts.size(), 2L * posts.size());
    }

    /** With the number types that a reader of the same text would choose. */
    static JsonNode asRead(JsonNode written) {
        return JSON.readTree(written.toString());
    }

    /** The largest count first, then by key. */
    static <K extends Comparable<K>> List<Map.Entry<K, Long>> mostFirst(Map<K, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
