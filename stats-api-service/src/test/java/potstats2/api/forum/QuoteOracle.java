package potstats2.api.forum;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the answers about quotes have to be, counted post by post. */
public final class QuoteOracle {
    private final Posts posts;

    private record Pair(long from, long to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return Comparator.comparing(Pair::from).thenComparing(Pair::to).compare(this, other);
        }
    }

    public QuoteOracle(GeneratedForum forum) {
        posts = new Posts(forum);
    }

    /** Counts what was written on some days alone. */
    public QuoteOracle(GeneratedForum forum, Days days) {
        posts = new Posts(forum, days);
    }

    /** The rows of {@code /api/social-graph}, all of them. */
    public JsonNode edges(int year, long bid) {
        var rows = Posts.JSON.createArrayNode();
        var counts = counts(year, bid);
        var largest = counts.values().stream().mapToLong(count -> count).max().orElse(0);
        for (var edge : Posts.mostFirst(counts)) {
            var row = rows.addObject();
            row.set("from", posts.user(edge.getKey().from()));
            row.set("to", posts.user(edge.getKey().to()));
            row.put("count", edge.getValue()).put("intensity", edge.getValue() / (double) largest);
        }
        return Posts.asRead(rows);
    }

    private Map<Pair, Long> counts(int year, long bid) {
        return posts.quotes()
                .filter(quote -> posts.isIn(quote.from(), year, bid))
                .collect(Collectors.groupingBy(
                        quote -> new Pair(quote.from().uid(), quote.to().uid()),
                        Collectors.summingLong(Posts.Quote::occurrences)));
    }

    /** The answer of {@code /api/user-relations}, all of it. */
    public JsonNode relations(long uid, int year, long bid) {
        var answer = Posts.JSON.createObjectNode();
        var quotes = answer.putArray("quotes");
        var quotedBy = answer.putArray("quoted_by");
        for (var edge : Posts.mostFirst(counts(year, bid))) {
            if (edge.getKey().from() == uid) {
                put(quotes.addObject(), edge.getKey().to(), edge.getValue());
            }
            if (edge.getKey().to() == uid) {
                put(quotedBy.addObject(), edge.getKey().from(), edge.getValue());
            }
        }
        return Posts.asRead(answer);
    }

    private void put(ObjectNode row, long uid, long count) {
        row.set("User", posts.user(uid));
        row.put("count", count);
    }
}
