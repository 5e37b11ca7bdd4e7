package potstats2.simulator.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedForumTests {

    private static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");

    private static final Forum FORUM = forum(20_000, 7, Set.of());
    private static final List<SimulatedPost> POSTS = FORUM.posts().toList();

    private static Forum forum(int posts, long seed, Set<Oddity> oddities) {
        return Forum.generate(new ForumShape(posts, seed, UNTIL, oddities), Clock.systemUTC());
    }

    @Test
    void sameSeedGivesTheSameForum() {
        var again = forum(20_000, 7, Set.of());

        assertThat(again.posts()).containsExactlyElementsOf(POSTS);
        assertThat(again.threads()).containsExactlyElementsOf(FORUM.threads().toList());
        assertThat(again.users()).isEqualTo(FORUM.users());
        assertThat(again.boards()).isEqualTo(FORUM.boards());
    }

    @Test
    void anotherSeedGivesAnotherForum() {
        var posts = new HashSet<>(POSTS);

        assertThat(forum(20_000, 8, Set.of()).posts()).noneMatch(posts::contains);
    }

    @Test
    void truthCountsWhatTheModelHolds() {
        assertThat(FORUM.truth())
                .isEqualTo(new Truth(
                        POSTS.size(),
                        distinct(SimulatedPost::tid),
                        FORUM.boards().size(),
                        distinct(SimulatedPost::bid),
                        distinct(SimulatedPost::uid),
                        POSTS.stream().mapToLong(SimulatedPost::editCount).sum(),
                        (int) POSTS.stream().filter(SimulatedPost::hidden).count()));
    }

    private static int distinct(ToLongFunction<SimulatedPost> key) {
        return (int) POSTS.stream().mapToLong(key).distinct().count();
    }

    @Test
    void postsGrowInTimeAndPid() {
        assertThat(POSTS).isSortedAccordingTo(Comparator.comparing(SimulatedPost::pid));
        assertThat(POSTS).isSortedAccordingTo(Comparator.comparing(SimulatedPost::postedAt));
        assertThat(POSTS.get(0).postedAt()).isBefore(Instant.parse("2004-01-01T00:00:00Z"));
        assertThat(POSTS.get(POSTS.size() - 1).postedAt()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void twentyThousandPostsStandIn662ThreadsOfVeryDifferentLengths() {
        var lengths = POSTS.stream().collect(Collectors.groupingBy(SimulatedPost::tid, Collectors.counting()));

        assertThat(lengths).hasSize(662);
        assertThat(lengths.values()).anyMatch(length -> length > 1000).anyMatch(length -> length == 1);
        assertThat(FORUM.threads().filter(thread -> thread.lastPost() == null)).isNotEmpty();
    }

    @Test
    void fewUsersWriteMuchAndManyWriteLittle() {
        var byUser = POSTS.stream().collect(Collectors.groupingBy(SimulatedPost::uid, Collectors.counting()));
        var counts = byUser.values().stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(counts).hasSizeBetween(120, 133);
        assertThat(counts.get(0)).isGreaterThan(10 * counts.get(counts.size() / 2));
    }

    @Test
    void moreIsWrittenInTheEveningThanInTheMorning() {
        var hours = POSTS.stream()
                .map(post -> post.postedAt().atZone(ZoneId.of("Europe/Berlin")).getHour())
                .collect(Collectors.groupingBy(hour -> hour, Collectors.counting()));

        assertThat(hours.getOrDefault(21, 0L)).isGreaterThan(5 * hours.getOrDefault(4, 0L));
    }

    @Test
    void someUsersTakeAnEarlierNameBack() {
        var names = new HashMap<Long, List<String>>();
        for (var post : POSTS) {
            var ofUser = names.computeIfAbsent(post.uid(), uid -> new ArrayList<>());
            if (ofUser.isEmpty() || !ofUser.get(ofUser.size() - 1).equals(post.name())) {
                ofUser.add(post.name());
            }
        }

        assertThat(names.values()).anyMatch(ofUser -> ofUser.size() == 2);
        assertThat(names.values()).anyMatch(ofUser -> ofUser.size() == 3 && new HashSet<>(ofUser).size() == 2);
    }

    @Test
    void quotesNameEarlierPostsOfTheSameThread() {
        var threads = POSTS.stream().collect(Collectors.toMap(SimulatedPost::pid, SimulatedPost::tid));
        int known = 0;
        int nested = 0;
        for (var post : POSTS) {
            var quotes = Pattern.compile("\\[quote=(\\d+),(1[0-9]{9}),")
                    .matcher(post.content())
                    .results()
                    .toList();
            nested += quotes.size() > 1 ? 1 : 0;
            for (var quote : quotes) {
                long pid = Long.parseLong(quote.group(2));
                assertThat(pid).isLessThan(post.pid());
                assertThat(Long.parseLong(quote.group(1))).isEqualTo(post.tid());
                known += threads.containsKey(pid) ? 1 : 0;
            }
        }
        assertThat(known).isGreaterThan(3000);
        assertThat(nested).isGreaterThan(300);
    }

    @Test
    void contentsHoldWhatMakesReadersStumble() {
        assertThat(POSTS).anyMatch(post -> post.content().isEmpty() && !post.hidden());
        for (String part :
                List.of("ü", "😀", "[url=", "[URL]", "[img]", "[video]", "[video play]", "]]>", "[/quote] zu")) {
            assertThat(POSTS).anyMatch(post -> post.content().contains(part));
        }
        assertThat(POSTS).anyMatch(post -> post.content().endsWith("\n"));
        assertThat(POSTS).anyMatch(post -> post.content().length() > 2000);
    }

    @Test
    void hiddenPostsShowNothingButTheirPoster() {
        assertThat(POSTS).anyMatch(SimulatedPost::hidden);
        assertThat(POSTS)
                .filteredOn(SimulatedPost::hidden)
                .allMatch(post -> post.content().isEmpty() && post.title().isEmpty() && post.iconId() == null);
    }

    @Test
    void editsFollowThePostAndAreSometimesByModerators() {
        assertThat(POSTS).allMatch(post -> (post.editCount() == 0) == (post.lastEdit() == null));
        var edited = POSTS.stream().filter(post -> post.lastEdit() != null).toList();
        assertThat(edited).hasSizeBetween(1000, 2500);
        assertThat(edited)
                .allMatch(post -> post.lastEdit() != null
                        && !post.lastEdit().editedAt().isBefore(post.postedAt())
                        && !post.lastEdit().editedAt().isAfter(UNTIL));
        assertThat(edited)
                .anyMatch(post -> post.lastEdit() != null && post.lastEdit().uid() != post.uid());
    }

    @Test
    void boardsHaveStickiesAndGlobalsOfOtherBoards() {
        var first = Objects.requireNonNull(FORUM.boardPage(43, 1, -1, true, true));

        assertThat(first.threads()).hasSizeGreaterThan(30).anyMatch(SimulatedThread::sticky);
        assertThat(first.threads()).anyMatch(thread -> thread.global() && thread.bid() != 43);
        assertThat(first.threads().stream().skip(first.threads().size() - 30).map(thread -> activity(thread)))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static Instant activity(SimulatedThread thread) {
        return thread.lastPost() == null
                ? thread.firstPost().postedAt()
                : thread.lastPost().postedAt();
    }

    @Test
    void boardPagesHoldEveryThreadOnceWhereNothingIsOdd() {
        var seen = new ArrayList<Long>();
        for (int page = 1; ; page++) {
            var answer = Objects.requireNonNull(FORUM.boardPage(14, page, -1, false, false));
            if (answer.threads().isEmpty()) {
                break;
            }
            answer.threads().forEach(thread -> seen.add(thread.tid()));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(FORUM.boards().get(0).threads());
    }

    @Test
    void profilesShowEveryStateAndSomeCannotBeReached() {
        var uids = FORUM.users().stream().map(SimulatedUser::uid).toList();
        var profiles = new HashMap<Long, Profile>();
        for (long uid : uids) {
            var profile = FORUM.profile(uid);
            if (profile != null) {
                profiles.put(uid, profile);
            }
        }

        assertThat(profiles).hasSizeLessThan(uids.size());
        assertThat(profiles).anySatisfy((uid, profile) -> {
            assertThat(profile.uid()).isNotEqualTo(uid);
            assertThat(profile.name()).isEqualTo(Long.toString(uid));
        });
        assertThat(profiles.values())
                .extracting(Profile::account)
                .contains("aktiv", "gesperrt", "noch nicht freigeschaltet");
        assertThat(profiles.values()).anyMatch(profile -> profile.account().startsWith("gesperrt bis "));
        assertThat(profiles.values())
                .extracting(profile -> profile.rankBars().size())
                .contains(4, 9, 11, 13);
        assertThat(profiles.values())
                .anyMatch(profile -> !profile.afterLastSeen().isEmpty());
        assertThat(profiles.values()).anyMatch(profile -> profile.lastSeenAt() == null);
        assertThat(FORUM.profile(1)).isNull();
    }

    @Test
    void eachOddityLeavesTheOthersOut() {
        for (var oddity :
                EnumSet.of(Oddity.LISTED_BUT_GONE, Oddity.HIDDEN_THREADS, Oddity.MEMBERS_ONLY, Oddity.NO_ACCESS)) {
            var accesses = forum(5_000, 7, Set.of(oddity))
                    .threads()
                    .map(SimulatedThread::access)
                    .collect(Collectors.toSet());
            assertThat(accesses).hasSize(2).contains(Access.READABLE);
        }
        assertThat(FORUM.threads()).allMatch(thread -> thread.access() == Access.READABLE);
    }

    @Test
    void aGuestHasNeitherIdNorProfileAndNotAlwaysAName() {
        var odd = forum(5_000, 7, Set.of(Oddity.GUESTS));
        var names = odd.posts()
                .filter(post -> post.uid() == 0)
                .map(SimulatedPost::name)
                .collect(Collectors.toSet());

        assertThat(names).hasSize(2).contains("");
        assertThat(odd.profile(0)).isNull();
        assertThat(FORUM.posts()).noneMatch(post -> post.uid() == 0);
    }

    @Test
    void aFewHundredPostsMakeAForumToo() {
        var small = forum(300, 1, EnumSet.allOf(Oddity.class));

        assertThat(small.truth().posts()).isBetween(150, 300);
        assertThat(forum(1, 1, EnumSet.allOf(Oddity.class)).truth().posts()).isEqualTo(1);
    }

    @Test
    void twoMillionPostsAreGeneratedQuicklyAndInLittleMemory() {
        long before = usedMemory();
        long start = System.nanoTime();
        var big = forum(2_000_000, 3, EnumSet.allOf(Oddity.class));
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(usedMemory() - before).isLessThan(150_000_000L);
        assertThat(big.truth().posts()).isBetween(1_800_000, 2_000_000);
        assertThat(big.threads().mapToInt(SimulatedThread::pages).max().orElse(0))
                .isGreaterThan(300);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> new ForumShape(0, 1, UNTIL, Set.of())).hasMessageContaining("posts must be from 1");
        assertThatThrownBy(() -> new ForumShape(1, 1, Instant.EPOCH, Set.of())).hasMessageContaining("until 1970");
    }
}
