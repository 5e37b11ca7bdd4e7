package potstats2.api.forum;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

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
}
