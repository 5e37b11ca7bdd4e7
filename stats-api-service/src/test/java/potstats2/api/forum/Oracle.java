package potstats2.api.forum;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the answers have to be, counted post by post. 0 stands for all years, all boards. */
public final class Oracle {
    private final Posts posts;

    public Oracle(GeneratedForum forum) {
        posts = new Posts(forum);
    }

    /** Counts what was written on some days alone. */
    public Oracle(GeneratedForum forum, Days days) {
        posts = new Posts(forum, days);
    }

    /** Every year with posts, 0 for all, and a year without. */
    public List<Integer> years() {
        return Stream.concat(
                        Stream.of(0, 1999),
                        posts.in(0, 0).map(Post::year).distinct().sorted())
                .toList();
    }

    /** Every board with posts, 0 for all, and a board without. */
    public List<Long> boards() {
        return Stream.concat(
                        Stream.of(0L, 999L),
                        posts.in(0, 0).map(Post::bid).distinct().sorted())
                .toList();
    }

    /** How many posts there are. */
    public long posts() {
        return posts.in(0, 0).count();
    }

    /** How many threads have a post. */
    public long threads() {
        return posts.threads();
    }

    /** How many users have a post. */
    public long users() {
        return posts.in(0, 0).map(Post::uid).distinct().count();
    }

    /** The rows of {@code /api/boards}. */
    public JsonNode boards(int year) {
        var rows = Posts.JSON.createArrayNode();
        Posts.grouped(posts.in(year, 0), Post::bid)
                .forEach((bid, own) -> rows.addObject()
                        .put("bid", bid)
                        .put("name", GeneratedForum.boardName(bid))
                        .put("description", GeneratedForum.boardDescription(bid))
                        .put("thread_count", posts.threads(own))
                        .put("post_count", own.size()));
        return Posts.asRead(rows);
    }

    /** The rows of {@code /api/board-development}. */
    public JsonNode boardYears(int year, long bid) {
        var rows = Posts.JSON.createArrayNode();
        Posts.grouped(posts.in(year, bid), Post::bid)
                .forEach((each, there) -> Posts.grouped(there.stream(), Post::year)
                        .forEach((when, own) -> rows.addObject()
                                .put("bid", each)
                                .put("name", GeneratedForum.boardName(each))
                                .put("year", when)
                                .put("post_count", own.size())
                                .put("thread_count", posts.threads(own))));
        return Posts.asRead(rows);
    }

    /** The rows of {@code /api/year-over-year-stats}. */
    public JsonNode yearOverYear(int year, long bid) {
        return activity(year, bid, "year", Post::year);
    }

    /** The rows of {@code /api/monthly-stats}. */
    public JsonNode months(long bid) {
        var months = Posts.grouped(posts.in(0, bid), post -> YearMonth.from(post.at()));
        var rows = Posts.JSON.createArrayNode();
        if (!months.isEmpty()) {
            for (var month = months.firstKey(); !month.isAfter(months.lastKey()); month = month.plusMonths(1)) {
                posts.putActivity(
                        rows.addObject().put("month", month.toString()), months.getOrDefault(month, List.of()));
            }
        }
        return Posts.asRead(rows);
    }

    /** The rows of {@code /api/weekday-stats}. */
    public JsonNode weekdays(int year, long bid) {
        return activity(year, bid, "weekday", Oracle::weekday);
    }

    /** The rows of {@code /api/hourly-stats}. */
    public JsonNode hours(int year, long bid) {
        return activity(
                year,
                bid,
                "weekday_hour",
                post -> String.format(
                        Locale.ROOT, "%s %02d", weekday(post), post.at().getHour()));
    }

    private static String weekday(Post post) {
        return String.valueOf(post.at().getDayOfWeek().getValue());
    }

    private <K extends Comparable<K>> JsonNode activity(int year, long bid, String name, Function<Post, K> period) {
        var rows = Posts.JSON.createArrayNode();
        Posts.grouped(posts.in(year, bid), period).forEach((key, own) -> {
            var row = rows.addObject();
            row.putPOJO(name, key);
            posts.putActivity(row, own);
        });
        return Posts.asRead(rows);
    }

    /** The rows of {@code /api/poster-stats}, all of them. */
    public JsonNode posters(int year, long bid, String orderBy, boolean descending) {
        Comparator<ObjectNode> byNumber =
                Comparator.comparing(row -> row.get(orderBy).longValue());
        var rows = Posts.JSON.createArrayNode();
        Posts.grouped(posts.in(year, bid), Post::uid).entrySet().stream()
                .map(poster -> poster(poster.getKey(), poster.getValue()))
                .sorted((descending ? byNumber.reversed() : byNumber)
                        .thenComparing(row -> row.get("User").get("uid").longValue()))
                .forEach(rows::add);
        return Posts.asRead(rows);
    }

    private ObjectNode poster(long uid, List<Post> own) {
        var row = Posts.JSON.createObjectNode();
        row.set("User", posts.user(uid));
        posts.putPoster(row, own);
        return row;
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
