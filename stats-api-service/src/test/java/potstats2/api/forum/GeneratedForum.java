package potstats2.api.forum;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A forum made up from a seed: few users and small numbers, so that many users tie. */
public final class GeneratedForum {
    static final List<Long> BOARDS = List.of(5L, 14L, 80L);
    /** A board whose description was not crawled yet. */
    static final long UNSEEN_BOARD = 81;

    /** Far ahead of UTC, and its clocks never change. */
    public static final ZoneId ZONE = ZoneId.of("Pacific/Kiritimati");

    static final List<String> DOMAINS =
            List.of("alpha.example", "beta.example", "beta.example:8080", "gamma.example", "österreich.example");
    static final List<String> LINK_TYPES = List.of("link", "image", "video");

    private static final int USERS = 70;
    private static final LocalDateTime FOUNDED = LocalDateTime.of(2003, 6, 1, 0, 0);
    private static final int YEARS = 4;

    private final List<Post> posts = new ArrayList<>();
    private final SortedMap<Long, String> names = new TreeMap<>();

    private GeneratedForum() {}

    /** The same forum for the same seed. */
    public static GeneratedForum ofSeed(long seed) {
        var forum = new GeneratedForum();
        var random = new Random(seed);
        LongStream.rangeClosed(1, USERS).forEach(uid -> forum.names.put(uid, "user \"%s\" <ö>".formatted(uid)));
        forum.names.put(USERS - 1L, "USER \"12\" <Ö>");
        forum.names.put(USERS + 1L, "annA%_without\\posts");
        for (long tid = 1; tid <= 200; tid++) {
            var board = random.nextInt(40) == 0 ? UNSEEN_BOARD : BOARDS.get(random.nextInt(BOARDS.size()));
            var size = 1 + random.nextInt(12);
            for (var i = 0; i < size; i++) {
                forum.posts.add(forum.post(tid, board, random));
            }
        }
        return forum;
    }

    private Post post(long tid, long bid, Random random) {
        return new Post(
                posts.size() + 1L,
                tid,
                bid,
                1 + (long) (USERS * Math.pow(random.nextDouble(), 2)),
                FOUNDED.plusMinutes(random.nextInt(YEARS * 365 * 24 * 60)),
                random.nextInt(4) == 0 ? random.nextInt(3) : 0,
                "ä𝕏 ".repeat(random.nextInt(12)),
                several(random, 3, () -> 1 + (long) (random.nextDouble() * (posts.size() + 20))),
                several(random, 2, () -> link(random)));
    }

    private static <T> List<T> several(Random random, int bound, Supplier<T> supplier) {
        var count = random.nextInt(3) == 0 ? random.nextInt(bound + 1) : 0;
        return Stream.generate(supplier).limit(count).toList();
    }

    private static Post.Link link(Random random) {
        return new Post.Link(
                LINK_TYPES.get(random.nextInt(LINK_TYPES.size())), DOMAINS.get(random.nextInt(DOMAINS.size())));
    }

    List<Post> posts() {
        return posts;
    }

    /** Names by UID. */
    SortedMap<Long, String> names() {
        return names;
    }

    String nameOf(long uid) {
        return Objects.requireNonNull(names.get(uid));
    }

    /** What the profile pages show, by UID. */
    SortedMap<Long, Profile> profiles() {
        var profiles = new TreeMap<Long, Profile>();
        for (var uid : names.keySet()) {
            var profile = Profile.of(uid);
            if (profile != null) {
                profiles.put(uid, profile);
            }
        }
        return profiles;
    }

    /** Other names of a user, in order of first appearance. */
    static List<String> aliases(long uid) {
        return uid % 5 == 0 ? List.of("zoe" + uid, "anna" + uid) : List.of();
    }

    static String boardName(long bid) {
        return bid == UNSEEN_BOARD ? "" : "Board " + bid;
    }

    static String boardDescription(long bid) {
        return bid == UNSEEN_BOARD ? "" : "About " + bid;
    }
}
