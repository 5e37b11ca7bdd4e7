package potstats2.api.forum;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the answers have to be, counted post by post. 0 stands for all years, all boards. */
public final class Oracle {
    private final JsonMapper json = new JsonMapper();
    private final GeneratedForum forum;
    private final Map<Long, Post> threadStarts;

    public Oracle(GeneratedForum forum) {
        this.forum = forum;
        this.threadStarts = forum.posts().stream()
                .collect(Collectors.toMap(
                        Post::tid, post -> post, (one, other) -> one.pid() < other.pid() ? one : other));
    }

    /** Every year with posts, 0 for all, and a year without. */
    public List<Integer> years() {
        return Stream.concat(
                        Stream.of(0, 1999),
                        posts(0, 0).map(Post::year).distinct().sorted())
                .toList();
    }

    /** Every board with posts, 0 for all, and a board without. */
    public List<Long> boards() {
        return Stream.concat(
                        Stream.of(0L, 999L),
                        posts(0, 0).map(Post::bid).distinct().sorted())
                .toList();
    }

    /** How many posts there are. */
    public long posts() {
        return forum.posts().size();
    }

    /** How many threads have a post. */
    public long threads() {
        return threadStarts.size();
    }

    /** How many users have a post. */
    public long users() {
        return posts(0, 0).map(Post::uid).distinct().count();
    }

    /** The rows of {@code /api/boards}. */
    public JsonNode boards(int year) {
        var rows = json.createArrayNode();
        grouped(posts(year, 0), Post::bid).forEach((bid, posts) -> {
            var row = rows.addObject();
            row.put("bid", bid);
            row.put("name", GeneratedForum.boardName(bid));
            row.put("description", GeneratedForum.boardDescription(bid));
            row.put("thread_count", threads(posts));
            row.put("post_count", posts.size());
        });
        return asRead(rows);
    }

    /** The rows of {@code /api/year-over-year-stats}. */
    public JsonNode yearOverYear(int year, long bid) {
        var rows = json.createArrayNode();
        grouped(posts(year, bid), Post::year).forEach((each, posts) -> {
            var row = rows.addObject();
            row.put("year", each);
            putActivity(row, posts);
        });
        return asRead(rows);
    }

    /** The rows of {@code /api/poster-stats}, all of them. */
    public JsonNode posters(int year, long bid, String orderBy, boolean descending) {
        var rows = grouped(posts(year, bid), Post::uid).entrySet().stream()
                .map(poster -> poster(poster.getKey(), poster.getValue()))
                .toList();
        Comparator<ObjectNode> byNumber =
                Comparator.comparing(row -> row.get(orderBy).longValue());
        var ordered = json.createArrayNode();
        rows.stream()
                .sorted((descending ? byNumber.reversed() : byNumber)
                        .thenComparing(row -> row.get("User").get("uid").longValue()))
                .forEach(ordered::add);
        return asRead(ordered);
    }

    private ObjectNode poster(long uid, List<Post> posts) {
        var row = json.createObjectNode();
        row.set("User", user(uid));
        row.put("post_count", posts.size());
        row.put("edit_count", edits(posts));
        row.put("avg_post_length", averageLength(posts));
        row.put("threads_created", threads(posts));
        row.put("quoted_count", 0);
        row.put("quotes_count", 0);
        return row;
    }

    private ObjectNode user(long uid) {
        var user = json.createObjectNode();
        user.put("name", forum.names().get(uid));
        user.put("uid", uid);
        ArrayNode aliases = user.putArray("aliases");
        GeneratedForum.aliases(uid).forEach(aliases::add);
        return user;
    }

    private void putActivity(ObjectNode row, List<Post> posts) {
        row.put("post_count", posts.size());
        row.put("edit_count", edits(posts));
        row.put("threads_created", threads(posts));
        row.put("active_users", posts.stream().map(Post::uid).distinct().count());
        row.put("avg_post_length", averageLength(posts));
    }

    private Stream<Post> posts(int year, long bid) {
        Predicate<Post> inYear = post -> year == 0 || post.year() == year;
        Predicate<Post> inBoard = post -> bid == 0 || post.bid() == bid;
        return forum.posts().stream().filter(inYear.and(inBoard));
    }

    private static <K extends Comparable<K>> SortedMap<K, List<Post>> grouped(
            Stream<Post> posts, Function<Post, K> key) {
        return posts.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private long threads(List<Post> posts) {
        return posts.stream().filter(threadStarts::containsValue).count();
    }

    private static long edits(List<Post> posts) {
        return posts.stream().mapToLong(Post::edits).sum();
    }

    private static long averageLength(List<Post> posts) {
        var length = posts.stream().mapToLong(Post::length).sum();
        return Math.floorDiv(2 * length + posts.size(), 2L * posts.size());
    }

    /** With the number types that a reader of the same text would choose. */
    private JsonNode asRead(JsonNode written) {
        return json.readTree(written.toString());
    }

    /** Named arguments of a question; those that stand for all are left out. */
    public static Map<String, String> arguments(int year, long bid) {
        var arguments = new LinkedHashMap<String, String>();
        if (year != 0) {
            arguments.put("year", String.valueOf(year));
        }
        if (bid != 0) {
            arguments.put("bid", String.valueOf(bid));
        }
        return arguments;
    }
}
