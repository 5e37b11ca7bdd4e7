package potstats2.analytics.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import potstats2.analytics.rollup.ForumTables.Linked;
import potstats2.analytics.rollup.ForumTables.Post;
import potstats2.analytics.rollup.ForumTables.Text;

/** Does to a small forum whatever can happen to one, in any order. */
final class RandomLife {

    private static final int THREADS = 12;
    private static final int BOARDS = 3;
    private static final int USERS = 6;
    private static final int PIDS = 500;
    private static final Instant BEGIN = Instant.parse("2021-12-20T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(400);

    private final ForumTables forum;
    private final Random random;

    RandomLife(ForumTables forum, Random random) {
        this.forum = forum;
        this.random = random;
    }

    void live(int events) {
        for (var i = 0; i < events; i++) {
            happen();
        }
    }

    private void happen() {
        switch (random.nextInt(12)) {
            case 0 -> forum.thread(thread(), 1 + random.nextInt(BOARDS));
            case 1 -> forum.post(anyPost().edited(text()));
            case 2 -> forum.post(anyPost().asHidden(random.nextBoolean()));
            case 3, 4 -> forum.post(anyPost().asGone(true));
            case 5 -> forum.post(anyPost().asGone(false));
            case 6 -> forum.post(anyPost().in(thread()));
            case 7 -> forum.post(anyPost().by(user()));
            default -> forum.post(newPost());
        }
    }

    private Post newPost() {
        var pid = 1L + random.nextInt(PIDS);
        var known = forum.find(pid);
        if (known != null) {
            return known;
        }
        var second = (long) (random.nextDouble() * LENGTH.toSeconds());
        return Post.of(pid, thread(), user(), BEGIN.plusSeconds(second).toString())
                .saying(text());
    }

    private Post anyPost() {
        var pids = new ArrayList<>(forum.posts().keySet());
        return pids.isEmpty()
                ? newPost()
                : Objects.requireNonNull(forum.posts().get(pids.get(random.nextInt(pids.size()))));
    }

    private long thread() {
        return 1L + random.nextInt(THREADS);
    }

    private long user() {
        return 1L + random.nextInt(USERS);
    }

    private Text text() {
        return new Text(
                "ü😀".repeat(random.nextInt(4)),
                times(3, () -> 1L + random.nextInt(PIDS)),
                times(
                        2,
                        () -> new Linked(
                                List.of("link", "image", "video").get(random.nextInt(3)),
                                "d" + random.nextInt(4) + ".example")));
    }

    private <T> List<T> times(int most, Supplier<T> thing) {
        return Stream.generate(thing).limit(random.nextInt(most + 1)).toList();
    }
}
