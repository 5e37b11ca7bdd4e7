package potstats2.system;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import potstats2.system.ForumOracle.Post;
import potstats2.system.ForumOracle.Quote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Computes what the API must answer about single users, from the same posts as {@link ForumOracle}. */
final class UserOracle {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ForumOracle forum;
    private final Map<Long, List<Post>> posts;
    private final Map<Long, List<Quote>> quotes;
    private final Map<Long, List<Quote>> quotedBy;

    UserOracle(ForumOracle forum) {
        this.forum = forum;
        posts = forum.posts().stream().collect(Collectors.groupingBy(Post::uid));
        quotes = forum.quotes().stream()
                .collect(Collectors.groupingBy(quote -> quote.from().uid()));
        quotedBy = forum.quotes().stream()
                .collect(Collectors.groupingBy(quote -> quote.to().uid()));
    }

    /** All rows of stats, seen from a day on. */
    JsonNode stats(int year, long bid, String orderBy, boolean descending, LocalDate today) {
        Comparator<ObjectNode> byNumber =
                Comparator.comparingDouble(row -> row.get(orderBy.equals("post_frequency") ? "posts_per_day" : orderBy)
                        .asDouble());
        var rows = JSON.createArrayNode();
        var end = year == 0 || year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
        posts.entrySet().stream()
                .map(user -> rate(user.getKey(), in(user.getValue(), year, bid), end))
                .filter(row -> row.get("posts").asLong() > 0)
                .sorted((descending ? byNumber.reversed() : byNumber)
                        .thenComparing(row -> row.get("user").get("id").asLong()))
                .forEach(rows::add);
        return ForumOracle.rows(rows);
    }

    private ObjectNode rate(long uid, List<Post> own, LocalDate end) {
        var days = own.stream()
                .mapToLong(post -> end.toEpochDay() - post.at().toLocalDate().toEpochDay() + 1)
                .max()
                .orElse(1);
        var row = JSON.createObjectNode();
        row.putObject("user")
                .put("name", forum.user(uid).get("name").asString())
                .put("id", uid);
        return row.put("posts", (long) own.size())
                .put("threads", own.stream().filter(Post::startsThread).count())
                .put("posts_per_day", own.size() / (double) Math.max(days, 1));
    }

    /** The user's numbers without the profile. */
    JsonNode user(long uid) {
        var own = posts.getOrDefault(uid, List.of());
        var days = own.stream().map(post -> post.at().toLocalDate()).sorted().toList();
        var answer = JSON.createObjectNode();
        answer.set("user", forum.user(uid));
        return answer.put("post_count", (long) own.size())
                .put("edit_count", ForumOracle.edits(own))
                .put("avg_post_length", ForumOracle.averageLength(own))
                .put("threads_created", own.stream().filter(Post::startsThread).count())
                .put("quoted_count", (long)
                        quotedBy.getOrDefault(uid, List.of()).size())
                .put("quotes_count", (long) quotes.getOrDefault(uid, List.of()).size())
                .put("first_day", days.isEmpty() ? null : days.get(0).toString())
                .put(
                        "last_day",
                        days.isEmpty() ? null : days.get(days.size() - 1).toString());
    }

    /** The first rows of users whose names contain a text. */
    JsonNode users(String text, int limit) {
        var rows = JSON.createArrayNode();
        forum.known().stream()
                .map(forum::user)
                .filter(user -> contains(user, text))
                .sorted(Comparator.comparing((ObjectNode user) -> !isOf(user, text))
                        .thenComparing(user -> !begins(user.get("name").asString(), text))
                        .thenComparing(user -> -count(user))
                        .thenComparing(user -> user.get("uid").asLong()))
                .limit(limit)
                .forEach(user -> {
                    var row = rows.addObject();
                    row.set("User", user);
                    row.put("post_count", count(user));
                });
        return ForumOracle.rows(rows);
    }

    private long count(ObjectNode user) {
        return posts.getOrDefault(user.get("uid").asLong(), List.of()).size();
    }

    private static boolean contains(ObjectNode user, String text) {
        return isOf(user, text)
                || contains(user.get("name").asString(), text)
                || StreamSupport.stream(user.get("aliases").spliterator(), false)
                        .anyMatch(alias -> contains(alias.asString(), text));
    }

    private static boolean isOf(ObjectNode user, String text) {
        return user.get("uid").asString().equals(text);
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

    JsonNode relations(long uid, int year, long bid) {
        var answer = JSON.createObjectNode();
        answer.set("quotes", relations(quotes.getOrDefault(uid, List.of()), year, bid, Quote::to));
        answer.set("quoted_by", relations(quotedBy.getOrDefault(uid, List.of()), year, bid, Quote::from));
        return answer;
    }

    private ArrayNode relations(List<Quote> own, int year, long bid, Function<Quote, Post> other) {
        var counts = own.stream()
                .filter(quote -> quote.from().in(year, bid))
                .collect(Collectors.groupingBy(
                        quote -> other.apply(quote).uid(), TreeMap::new, Collectors.summingLong(Quote::occurrences)));
        var rows = JSON.createArrayNode();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    var row = rows.addObject();
                    row.set("User", forum.user(entry.getKey()));
                    row.put("count", entry.getValue());
                });
        return rows;
    }

    private static List<Post> in(List<Post> own, int year, long bid) {
        return own.stream().filter(post -> post.in(year, bid)).toList();
    }
}
