package potstats2.api.forum;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the answers about single users have to be, counted post by post. */
public final class UserOracle {
    private final GeneratedForum forum;
    private final Posts posts;

    public UserOracle(GeneratedForum forum) {
        this.forum = forum;
        posts = new Posts(forum);
    }

    /** Every user known, with posts or without. */
    public List<Long> uids() {
        return List.copyOf(forum.names().keySet());
    }

    /** A user's newest name. */
    public String name(long uid) {
        return forum.nameOf(uid);
    }

    /** The answer of {@code /api/poster-development}. */
    public JsonNode development(long uid, long bid) {
        var answer = Posts.JSON.createObjectNode();
        answer.set("user", posts.user(uid));
        var years = answer.putObject("years");
        years(uid, bid).forEach(year -> {
            var own = own(uid, bid, year);
            posts.putPoster(years.putObject(String.valueOf(year)).put("year", year), own);
        });
        return Posts.asRead(answer);
    }

    private IntStream years(long uid, long bid) {
        var present = posts.in(0, bid)
                .filter(post -> post.uid() == uid)
                .mapToInt(Post::year)
                .summaryStatistics();
        return present.getCount() == 0 ? IntStream.empty() : IntStream.rangeClosed(present.getMin(), present.getMax());
    }

    private List<Post> own(long uid, long bid, int year) {
        return posts.in(year, bid).filter(post -> post.uid() == uid).toList();
    }

    /** The lines of the same as a file. */
    public List<String> developmentLines(long uid, long bid) {
        var columns = List.of(
                "year",
                "post_count",
                "edit_count",
                "threads_created",
                "quoted_count",
                "quotes_count",
                "avg_post_length");
        var lines = development(uid, bid)
                .get("years")
                .valueStream()
                .map(year -> columns.stream()
                        .map(column -> year.get(column).asString())
                        .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(String.join(",", columns)), lines).toList();
    }

    /** The largest UID of those who have a name, in any case. */
    public long uidOf(String name) {
        return forum.names().entrySet().stream()
                .filter(named -> lower(named.getValue()).equals(lower(name)))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElseThrow();
    }

    /** The rows of {@code /api/stats}, all of them. */
    public JsonNode rates(int year, long bid, String orderBy, boolean descending, LocalDate today) {
        var orders = Map.of("posts", "posts", "threads", "threads", "post_frequency", "posts_per_day");
        Comparator<ObjectNode> byNumber =
                Comparator.comparing(row -> row.get(orders.get(orderBy)).doubleValue());
        var rows = Posts.JSON.createArrayNode();
        Posts.grouped(posts.in(year, bid), Post::uid).entrySet().stream()
                .map(poster -> rate(poster.getKey(), poster.getValue(), lastDay(year, today)))
                .sorted((descending ? byNumber.reversed() : byNumber)
                        .thenComparing(row -> row.get("user").get("id").longValue()))
                .forEach(rows::add);
        return Posts.asRead(rows);
    }

    private static LocalDate lastDay(int year, LocalDate today) {
        return year == 0 || year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
    }

    private ObjectNode rate(long uid, List<Post> own, LocalDate lastDay) {
        var first = own.stream().map(Post::day).min(Comparator.naturalOrder()).orElseThrow();
        var days = Math.max(
                first.datesUntil(first.isAfter(lastDay) ? first : lastDay.plusDays(1))
                        .count(),
                1);
        var row = Posts.JSON.createObjectNode();
        row.putObject("user").put("name", forum.nameOf(uid)).put("id", uid);
        return row.put("posts", own.size())
                .put("threads", posts.threads(own))
                .put("posts_per_day", own.size() / (double) days);
    }

    /** The rows of {@code /api/users}, all of them. */
    public JsonNode named(String text) {
        var rows = Posts.JSON.createArrayNode();
        forum.names().keySet().stream()
                .filter(uid -> text.equals(uid.toString())
                        || Stream.concat(Stream.of(name(uid)), GeneratedForum.aliases(uid).stream())
                                .anyMatch(name -> contains(name, text)))
                .sorted(Comparator.comparing((Long uid) -> !text.equals(uid.toString()))
                        .thenComparing(uid -> !begins(name(uid), text))
                        .thenComparing(uid -> -own(uid, 0, 0).size())
                        .thenComparing(uid -> uid))
                .forEach(uid -> {
                    var row = rows.addObject();
                    row.set("User", posts.user(uid));
                    row.put("post_count", own(uid, 0, 0).size());
                });
        return Posts.asRead(rows);
    }

    /** Without diacritics: as others do it, and as Germans do. */
    private static List<String> spellings(String name) {
        var folded = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        var german = folded.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        return Stream.of(folded, german)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
                .toList();
    }

    private static boolean contains(String name, String text) {
        return spellings(text).stream()
                .anyMatch(part -> spellings(name).stream().anyMatch(all -> all.contains(part)));
    }

    private static boolean begins(String name, String text) {
        return spellings(name).get(0).startsWith(spellings(text).get(0))
                || spellings(name).get(1).startsWith(spellings(text).get(1));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The answer of {@code /api/user}. */
    public JsonNode user(long uid) {
        var own = own(uid, 0, 0);
        var days = own.stream().map(Post::day).sorted().toList();
        var answer = Posts.JSON.createObjectNode();
        answer.set("user", posts.user(uid));
        posts.putPoster(answer, own);
        answer.put("first_day", days.isEmpty() ? null : days.get(0).toString());
        answer.put("last_day", days.isEmpty() ? null : days.get(days.size() - 1).toString());
        answer.set("profile", profile(forum.profiles().get(uid)));
        return Posts.asRead(answer);
    }

    private static @Nullable JsonNode profile(@Nullable Profile profile) {
        if (profile == null || !profile.exists()) {
            return null;
        }
        var seen = profile.lastSeen();
        var registered = profile.registered();
        var answer = Posts.JSON
                .createObjectNode()
                .put("registered", registered == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(registered))
                .put("last_seen", seen == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(seen))
                .put("account", profile.account())
                .put("locked_until", Objects.toString(profile.lockedUntil(), null))
                .put("rank", profile.rank());
        profile.bars().forEach(answer.putArray("rank_bars")::add);
        return answer;
    }
}
