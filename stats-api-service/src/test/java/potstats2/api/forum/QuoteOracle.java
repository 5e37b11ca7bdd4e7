package potstats2.api.forum;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

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
                .filter(quote -> quote.from().in(year, bid))
                .collect(Collectors.groupingBy(
                        quote -> new Pair(quote.from().uid(), quote.to().uid()),
                        Collectors.summingLong(Posts.Quote::occurrences)));
    }
}
