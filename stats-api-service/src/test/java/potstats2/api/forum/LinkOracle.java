package potstats2.api.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the answers about links have to be, counted post by post. A type of null stands for all types. */
public final class LinkOracle {
    private final GeneratedForum forum;
    private final Posts posts;

    private record Owned(long uid, String domain) implements Comparable<Owned> {
        @Override
        public int compareTo(Owned other) {
            return Comparator.comparing(Owned::uid).thenComparing(Owned::domain).compare(this, other);
        }
    }

    public LinkOracle(GeneratedForum forum) {
        this(forum, Days.ALL);
    }

    /** Counts what was written on some days alone. */
    public LinkOracle(GeneratedForum forum, Days days) {
        this.forum = forum;
        posts = new Posts(forum, days);
    }

    /** The types that links can have. */
    public List<String> types() {
        return GeneratedForum.LINK_TYPES;
    }

    /** The domains that posts link to, and one that none does. */
    public List<String> domains() {
        return Stream.concat(GeneratedForum.DOMAINS.stream(), Stream.of("nowhere.example"))
                .toList();
    }

    /** Every user, and one whom nothing is known of. */
    public List<Long> uids() {
        return Stream.concat(forum.names().keySet().stream(), Stream.of(999L)).toList();
    }

    /** The rows of {@code /api/domains}. */
    public JsonNode domains(int year, @Nullable String type) {
        var rows = Posts.JSON.createArrayNode();
        Posts.mostFirst(counts(year, 0, type, Owned::domain))
                .forEach(entry -> rows.addObject().put("domain", entry.getKey()).put("count", entry.getValue()));
        return Posts.asRead(rows);
    }

    /** The rows of {@code /api/user-domains}; null stands for all domains and for all users. */
    public JsonNode userDomains(int year, @Nullable String type, @Nullable String domain, @Nullable Long uid) {
        return userDomains(year, 0, type, domain, uid);
    }

    /** The same of a board. */
    public JsonNode userDomains(
            int year, long bid, @Nullable String type, @Nullable String domain, @Nullable Long uid) {
        var rows = Posts.JSON.createArrayNode();
        Map<Owned, Long> counts = counts(year, bid, type, Function.identity());
        for (var entry : Posts.mostFirst(counts)) {
            var owned = entry.getKey();
            if ((domain == null || domain.equals(owned.domain())) && (uid == null || uid == owned.uid())) {
                var row = rows.addObject();
                row.set("User", posts.user(owned.uid()));
                row.put("domain", owned.domain()).put("count", entry.getValue());
            }
        }
        return Posts.asRead(rows);
    }

    private <K> Map<K, Long> counts(int year, long bid, @Nullable String type, Function<Owned, K> key) {
        return posts.in(year, bid)
                .flatMap(post -> post.links().stream()
                        .filter(link -> type == null || type.equals(link.type()))
                        .map(link -> key.apply(new Owned(post.uid(), link.domain()))))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }
}
