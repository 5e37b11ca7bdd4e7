package potstats2.analytics.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.header.internals.RecordHeaders;
import potstats2.events.ForumChanged;
import potstats2.events.ForumChanged.TouchedPost;

class AnnouncementTests {

    @Property(tries = 200)
    void halvingEndsWithEveryPostAndThreadAlone(
            @ForAll @IntRange(max = 40) int posts, @ForAll @IntRange(max = 40) int threads) {
        var single = new ArrayList<Announcement>();
        halve(announcement(posts, threads), single);

        assertThat(single).hasSize(Math.max(1, posts + threads));
        assertThat(single.stream()
                        .flatMap(part -> part.change().posts().stream())
                        .map(TouchedPost::pid))
                .containsExactlyInAnyOrderElementsOf(ids(posts));
        assertThat(single.stream().flatMap(part -> part.change().movedThreads().stream()))
                .containsExactlyInAnyOrderElementsOf(ids(threads));
    }

    private static void halve(Announcement announcement, List<Announcement> single) {
        var halves = announcement.halves();
        if (halves.isEmpty()) {
            single.add(announcement);
        }
        halves.forEach(half -> halve(half, single));
    }

    private static Announcement announcement(int posts, int threads) {
        var touched = ids(posts).stream()
                .map(pid -> new TouchedPost(pid, 1, 1, 0, true))
                .toList();
        var change = new ForumChanged("test", touched, ids(threads), List.of(), List.of(), Instant.EPOCH);
        return new Announcement("test", 0, new RecordHeaders(), change);
    }

    private static List<Long> ids(int number) {
        return LongStream.rangeClosed(1, number).boxed().toList();
    }
}
