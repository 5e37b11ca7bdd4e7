package potstats2.system;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.forum.Forum;
import potstats2.simulator.forum.SimulatedBoard;
import potstats2.simulator.forum.SimulatedPost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Computes what the API must answer from the forum itself: plain loops over all posts, nothing shared with the services.
 * Rows with equal order keys are ordered by the ids they name.
 */
final class ForumOracle {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> WEEKDAYS =
            List.of("Sonntag", "Samstag", "Freitag", "Donnerstag", "Mittwoch", "Dienstag", "Montag");

    private final List<Post> posts;
    private final Map<Long, Post> byPid;
    private final Map<Long, ObjectNode> users;
    private final List<SimulatedBoard> boards;
    private final List<Quote> quotes;
    private final List<Link> links;
    private final Map<Scope, Map<Long, ObjectNode>> posters = new HashMap<>();

    /** A quoting post and the post it quotes, with how often it does. */
    record Quote(Post from, Post to, long occurrences) {}

    record Link(Post post, String type, String domain) {}

    private record Scope(int year, long bid) {}

    /** A post with what its place in the forum makes of it. */
    record Post(SimulatedPost post, ZonedDateTime at, boolean startsThread, long length) {
        long pid() {
            return post.pid();
        }

        long uid() {
            return post.uid();
        }

        boolean in(int year, long bid) {
            return (year == 0 || at.getYear() == year) && (bid == 0 || post.bid() == bid);
        }
    }

    ForumOracle(Forum forum, ZoneId zone) {
        var shown = forum.posts().toList();
        var starts = shown.stream()
                .collect(Collectors.toMap(SimulatedPost::tid, SimulatedPost::pid, Math::min))
                .values();
        var startPids = new HashSet<>(starts);
        posts = shown.stream()
                .map(post -> new Post(
                        post,
                        post.postedAt().atZone(zone),
                        startPids.contains(post.pid()),
                        post.content().codePointCount(0, post.content().length())))
                .toList();
        byPid = posts.stream().collect(Collectors.toMap(Post::pid, Function.identity()));
        users = names(shown);
        boards = forum.boards();
        quotes = new ArrayList<>();
        links = new ArrayList<>();
        posts.forEach(this::readContent);
    }

    private void readContent(Post post) {
        var read = BbCodeOracle.read(post.post().content());
        read.quotes().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .forEach((pid, occurrences) -> {
                    var quoted = byPid.get(pid);
                    if (quoted != null) {
                        quotes.add(new Quote(post, quoted, occurrences));
                    }
                });
        read.links().forEach(link -> links.add(new Link(post, link.type(), link.domain())));
    }

    /** Name: that of the newest post or edit, by time, then PID; aliases: the others by first appearance. */
    private static Map<Long, ObjectNode> names(List<SimulatedPost> shown) {
        record Mention(long uid, String name, Instant at, long pid) {}
        var mentions = new ArrayList<Mention>();
        for (var post : shown) {
            mentions.add(new Mention(post.uid(), post.name(), post.postedAt(), post.pid()));
            var edit = post.lastEdit();
            if (edit != null) {
                mentions.add(new Mention(edit.uid(), edit.name(), edit.editedAt(), post.pid()));
            }
        }
        mentions.removeIf(mention -> mention.name().isEmpty());
        mentions.sort(Comparator.comparing(Mention::at).thenComparing(Mention::pid));
        var users = new HashMap<Long, ObjectNode>();
        mentions.stream().collect(Collectors.groupingBy(Mention::uid)).forEach((uid, own) -> {
            var name = own.get(own.size() - 1).name();
            var user = JSON.createObjectNode().put("name", name).put("uid", uid);
            var aliases = user.putArray("aliases");
            own.stream()
                    .map(Mention::name)
                    .distinct()
                    .filter(other -> !other.equals(name))
                    .forEach(aliases::add);
            users.put(uid, user);
        });
        return users;
    }

    private static ObjectNode nameless(long uid) {
        var user = JSON.createObjectNode().put("name", "").put("uid", uid);
        user.putArray("aliases");
        return user;
    }

    /** Every year with a post, and 0 for all of them. */
    Set<Integer> years() {
        var years = new TreeSet<>(Set.of(0));
        posts.forEach(post -> years.add(post.at().getYear()));
        return years;
    }

    /** Every board on the forum's list, and 0 for all of them. */
    Set<Long> bids() {
        var bids = new TreeSet<>(Set.of(0L));
        boards.forEach(board -> bids.add(board.bid()));
        return bids;
    }

    /** Every user with a post. */
    Set<Long> uids() {
        return posts.stream().map(Post::uid).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every user of whom a post or an edit is known. */
    Set<Long> known() {
        return new TreeSet<>(users.keySet());
    }

    List<Post> posts() {
        return posts;
    }

    List<Quote> quotes() {
        return quotes;
    }

    /** Every domain that a post links to. */
    Set<String> domains() {
        return links.stream().map(Link::domain).collect(Collectors.toCollection(TreeSet::new));
    }

    JsonNode boardDevelopment(int year, long bid) {
        var rows = JSON.createArrayNode();
        boards.stream()
                .sorted(Comparator.comparing(SimulatedBoard::bid))
                .filter(board -> bid == 0 || board.bid() == bid)
                .forEach(board -> byYear(year, board)
                        .forEach((each, own) -> rows.addObject()
                                .put("bid", board.bid())
                                .put("name", board.name())
                                .put("year", each)
                                .put("post_count", (long) own.size())
                                .put(
                                        "thread_count",
                                        own.stream().filter(Post::startsThread).count())));
        return rows(rows);
    }

    private Map<Integer, List<Post>> byYear(int year, SimulatedBoard board) {
        return posts.stream()
                .filter(post -> post.in(year, board.bid()))
                .collect(Collectors.groupingBy(post -> post.at().getYear(), TreeMap::new, Collectors.toList()));
    }

    JsonNode day(LocalDate date, long bid) {
        var own = posts.stream()
                .filter(post -> post.in(0, bid) && post.at().toLocalDate().equals(date))
                .toList();
        var answer = JSON.createObjectNode().put("date", date.toString());
        putActivity(answer, own);
        var shares = answer.putArray("boards");
        boards.stream().sorted(Comparator.comparing(SimulatedBoard::bid)).forEach(board -> {
            var there = own.stream().filter(post -> post.in(0, board.bid())).count();
            if (there > 0) {
                shares.addObject()
                        .put("bid", board.bid())
                        .put("name", board.name())
                        .put("post_count", there);
            }
        });
        return answer;
    }

    JsonNode boards(int year) {
        var rows = JSON.createArrayNode();
        boards.stream().sorted(Comparator.comparing(SimulatedBoard::bid)).forEach(board -> {
            var own = posts.stream().filter(post -> post.in(year, board.bid())).toList();
            if (!own.isEmpty()) {
                rows.addObject()
                        .put("bid", board.bid())
                        .put("name", board.name())
                        .put("description", board.description())
                        .put(
                                "thread_count",
                                own.stream().filter(Post::startsThread).count())
                        .put("post_count", (long) own.size());
            }
        });
        return rows(rows);
    }

    /** All rows of poster-stats, not cut into pages. */
    JsonNode posterStats(int year, long bid, String orderBy, boolean descending) {
        ToLongFunction<ObjectNode> key = row -> row.get(orderBy).asLong();
        var order = descending ? Comparator.comparingLong(key).reversed() : Comparator.comparingLong(key);
        var sorted = posters(year, bid).values().stream()
                .sorted(order.thenComparing(row -> row.get("User").get("uid").asLong()))
                .toList();
        return rows(JSON.createArrayNode().addAll(sorted));
    }

    private Map<Long, ObjectNode> posters(int year, long bid) {
        return posters.computeIfAbsent(new Scope(year, bid), this::posters);
    }

    private Map<Long, ObjectNode> posters(Scope scope) {
        var quotesOf = count(quote -> quote.from(), scope);
        var quotedOf = count(quote -> quote.to(), scope);
        var rows = new TreeMap<Long, ObjectNode>();
        posts.stream()
                .filter(post -> post.in(scope.year(), scope.bid()))
                .collect(Collectors.groupingBy(Post::uid))
                .forEach((uid, own) -> {
                    var row = JSON.createObjectNode();
                    row.set("User", user(uid));
                    row.put("post_count", (long) own.size())
                            .put("edit_count", edits(own))
                            .put("avg_post_length", averageLength(own))
                            .put(
                                    "threads_created",
                                    own.stream().filter(Post::startsThread).count())
                            .put("quoted_count", quotedOf.getOrDefault(uid, 0L))
                            .put("quotes_count", quotesOf.getOrDefault(uid, 0L));
                    rows.put(uid, row);
                });
        return rows;
    }

    private Map<Long, Long> count(Function<Quote, Post> side, Scope scope) {
        return quotes.stream()
                .map(side)
                .filter(post -> post.in(scope.year(), scope.bid()))
                .collect(Collectors.groupingBy(Post::uid, Collectors.counting()));
    }

    JsonNode posterDevelopment(long uid, long bid) {
        var answer = JSON.createObjectNode();
        answer.set("user", user(uid));
        var years = answer.putObject("years");
        var present = posts.stream()
                .filter(post -> post.uid() == uid && post.in(0, bid))
                .mapToInt(post -> post.at().getYear())
                .summaryStatistics();
        for (var year = present.getMin(); year <= present.getMax(); year++) {
            var numbers = posters(year, bid).getOrDefault(uid, JSON.createObjectNode());
            var row = years.putObject(String.valueOf(year)).put("year", year);
            for (var name : List.of(
                    "post_count", "edit_count", "threads_created", "quoted_count", "quotes_count", "avg_post_length")) {
                row.put(name, numbers.path(name).asLong(0));
            }
        }
        return answer;
    }

    JsonNode yearOverYear(int year, long bid) {
        return activity(year, bid, "year", post -> post.at().getYear());
    }

    JsonNode weekdays(int year, long bid) {
        return activity(year, bid, "weekday", ForumOracle::weekday);
    }

    JsonNode hours(int year, long bid) {
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

    private <K extends Comparable<K>> JsonNode activity(int year, long bid, String name, Function<Post, K> bucket) {
        var rows = JSON.createArrayNode();
        posts.stream()
                .filter(post -> post.in(year, bid))
                .collect(Collectors.groupingBy(bucket, TreeMap::new, Collectors.toList()))
                .forEach((key, own) -> {
                    var row = rows.addObject();
                    row.set(name, JSON.valueToTree(key));
                    putActivity(row, own);
                });
        return rows(rows);
    }

    private static void putActivity(ObjectNode row, List<Post> own) {
        row.put("post_count", (long) own.size())
                .put("edit_count", edits(own))
                .put("threads_created", own.stream().filter(Post::startsThread).count())
                .put("active_users", own.stream().map(Post::uid).distinct().count())
                .put("avg_post_length", averageLength(own));
    }

    JsonNode daily(int year, String statistic, long bid) {
        var days = posts.stream()
                .filter(post -> post.in(year, bid))
                .collect(Collectors.groupingBy(post -> post.at().toLocalDate(), TreeMap::new, Collectors.toList()));
        var answer = JSON.createObjectNode();
        var weeks = answer.putArray("series");
        if (days.isEmpty()) {
            return answer;
        }
        var byWeek = new TreeMap<LocalDate, List<LocalDate>>();
        days.keySet()
                .forEach(day -> byWeek.computeIfAbsent(day.with(DayOfWeek.MONDAY), any -> new ArrayList<>())
                        .add(day));
        for (var monday : byWeek.keySet()) {
            var entry = weeks.addObject();
            entry.put("name", week(Objects.requireNonNull(byWeek.get(monday)).get(0)));
            var series = entry.putArray("series");
            for (var i = 0; i < 7; i++) {
                var day = monday.plusDays(6 - i);
                if (day.getYear() == year && !day.isBefore(days.firstKey()) && !day.isAfter(days.lastKey())) {
                    var own = days.getOrDefault(day, List.of());
                    series.addObject()
                            .put("name", WEEKDAYS.get(i))
                            .put("value", own.isEmpty() ? 0.0 : statistic(statistic, own));
                }
            }
        }
        return answer;
    }

    /** strftime's %W. */
    private static int week(LocalDate day) {
        return (day.getDayOfYear() + 6 - (day.getDayOfWeek().getValue() - 1)) / 7;
    }

    private static double statistic(String name, List<Post> own) {
        return switch (name) {
            case "post_count" -> own.size();
            case "edit_count" -> edits(own);
            case "avg_post_length" -> averageLength(own);
            case "threads_created" -> own.stream().filter(Post::startsThread).count();
            case "active_users" -> own.stream().map(Post::uid).distinct().count();
            default -> throw new IllegalArgumentException(name);
        };
    }

    JsonNode socialGraph(int year, long bid) {
        record Edge(long from, long to) {}
        var counts = quotes.stream()
                .filter(quote -> quote.from().in(year, bid))
                .collect(Collectors.groupingBy(
                        quote -> new Edge(quote.from().uid(), quote.to().uid()),
                        Collectors.summingLong(Quote::occurrences)));
        var largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        var rows = JSON.createArrayNode();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Edge, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().from())
                        .thenComparing(entry -> entry.getKey().to()))
                .forEach(entry -> {
                    var row = rows.addObject();
                    row.set("from", user(entry.getKey().from()));
                    row.set("to", user(entry.getKey().to()));
                    row.put("count", entry.getValue()).put("intensity", (double) entry.getValue() / largest);
                });
        return rows(rows);
    }

    /** Null stands for all types, all domains and all users. */
    JsonNode userDomains(int year, @Nullable String type, @Nullable String domain, @Nullable Long uid) {
        record Key(long uid, String domain) {}
        var rows = JSON.createArrayNode();
        countLinks(year, type, link -> new Key(link.post().uid(), link.domain()))
                .filter(entry -> domain == null || domain.equals(entry.getKey().domain()))
                .filter(entry -> uid == null || uid == entry.getKey().uid())
                .sorted(Map.Entry.<Key, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().uid())
                        .thenComparing(entry -> entry.getKey().domain()))
                .forEach(entry -> {
                    var row = rows.addObject();
                    row.set("User", user(entry.getKey().uid()));
                    row.put("domain", entry.getKey().domain()).put("count", entry.getValue());
                });
        return rows(rows);
    }

    JsonNode domains(int year, @Nullable String type) {
        var rows = JSON.createArrayNode();
        countLinks(year, type, Link::domain)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> rows.addObject().put("domain", entry.getKey()).put("count", entry.getValue()));
        return rows(rows);
    }

    private <K> Stream<Map.Entry<K, Long>> countLinks(int year, @Nullable String type, Function<Link, K> key) {
        return links.stream()
                .filter(link ->
                        link.post().in(year, 0) && (type == null || link.type().equals(type)))
                .collect(Collectors.groupingBy(key, Collectors.counting()))
                .entrySet()
                .stream();
    }

    ObjectNode user(long uid) {
        var user = users.get(uid);
        return user == null ? nameless(uid) : user;
    }

    static long edits(List<Post> own) {
        return own.stream().mapToLong(post -> post.post().editCount()).sum();
    }

    static long averageLength(List<Post> own) {
        if (own.isEmpty()) {
            return 0;
        }
        var total = own.stream().mapToLong(Post::length).sum();
        return Math.floorDiv(2 * total + own.size(), 2L * own.size());
    }

    static JsonNode rows(ArrayNode rows) {
        var answer = JSON.createObjectNode();
        answer.set("rows", rows);
        return answer;
    }
}
