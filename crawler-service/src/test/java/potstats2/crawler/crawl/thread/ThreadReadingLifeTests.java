package potstats2.crawler.crawl.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.checkpoint.KnownThread;
import potstats2.crawler.source.Post;
import potstats2.crawler.source.SourceTraits;
import potstats2.crawler.source.ThreadHeader;
import potstats2.crawler.source.ThreadPage;
import potstats2.events.Checkpoint.PageRead;
import potstats2.events.PostObserved.UserName;

/** A thread in which posts come and go by chance while it is read by visits that interrupt each other. */
class ThreadReadingLifeTests {

    private static final int MAX_PAGES = 500;
    private static final SourceTraits TRAITS = new SourceTraits(30, 30, true);
    private static final long TID = 7;

    private final Checkpoints checkpoints = new Checkpoints(Clock.systemUTC(), Duration.ofDays(1));
    private final KnownThread known = checkpoints.thread(TID);
    private final TreeSet<Long> thread = new TreeSet<>();
    private final TreeSet<Long> published = new TreeSet<>();
    private long newest;
    private int wrongBy;

    @ParameterizedTest(name = "counts wrong by {0}")
    @ValueSource(ints = {0, -1, 1})
    void aWholeReadingFindsEverythingThatVanishedAndNothingElse(int pages) {
        wrongBy = pages;
        for (var seed = 0; seed < 100; seed++) {
            live(new Random(seed), "seed " + seed);
        }
    }

    private void live(Random random, String seed) {
        for (var page = 1; page <= known.pages(); page++) {
            remember(page, List.of());
        }
        published.clear();
        thread.clear();
        write(1 + random.nextInt(200));
        var interrupted = ThreadReading.whole(known, claimed(), MAX_PAGES, TRAITS);
        for (var step = 0; step < 60; step++) {
            happen(random);
            switch (random.nextInt(4)) {
                case 0 ->
                    read(ThreadReading.continuing(known, claimed(), true, MAX_PAGES, TRAITS), MAX_PAGES, random, seed);
                case 1 ->
                    read(
                            ThreadReading.ofPage(known, 1 + random.nextInt(5), MAX_PAGES, TRAITS),
                            MAX_PAGES,
                            random,
                            seed);
                default -> {
                    interrupted.resumed();
                    read(interrupted, 1 + random.nextInt(3), random, seed);
                    if (interrupted.next().isEmpty()) {
                        interrupted = ThreadReading.whole(known, claimed(), MAX_PAGES, TRAITS);
                    }
                }
            }
        }
        var last = ThreadReading.whole(known, claimed(), MAX_PAGES, TRAITS);
        while (last.next().isPresent()) {
            read(last, seed);
        }
        assertThat(published).as(seed).isEqualTo(thread);
        assertThat(last.isInDoubt()).as(seed).isFalse();
    }

    private void happen(Random random) {
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> write(random.nextInt(20));
            case 3 -> thread.removeIf(pid -> random.nextInt(30) == 0);
            case 4 -> thread.removeIf(pid -> random.nextInt(200) == 0);
            default -> split(random);
        }
    }

    private void write(int posts) {
        for (var i = 0; i < posts; i++) {
            thread.add(++newest);
        }
    }

    private void split(Random random) {
        if (random.nextInt(5) == 0 && !thread.isEmpty()) {
            var from = new ArrayList<>(thread).get(random.nextInt(thread.size()));
            thread.tailSet(from, false).clear();
        }
    }

    private void read(ThreadReading reading, int atMost, Random random, String seed) {
        for (var request = 0; request < atMost && reading.next().isPresent(); request++) {
            read(reading, seed);
            if (random.nextInt(4) == 0) {
                happen(random);
            }
        }
    }

    private void read(ThreadReading reading, String seed) {
        var page = reading.next().orElseThrow();
        var shown = page(page);
        var finding = reading.shown(page, shown);
        assertThat(finding.vanished()).as(seed).doesNotContainAnyElementsOf(thread);
        shown.posts().forEach(post -> published.add(post.pid()));
        finding.vanished().forEach(published::remove);
        finding.pids().forEach(remembered -> remember(remembered.page(), remembered.pids()));
    }

    private void remember(int page, List<Long> pids) {
        checkpoints.put(new PageRead(TID, page, pids, null, 1, Instant.EPOCH));
    }

    private long claimed() {
        return Math.max(1, Math.max(0, thread.size() - 1) / TRAITS.postsOnAPage() + 1 + wrongBy);
    }

    private ThreadPage page(int page) {
        var posts = thread.stream()
                .skip((page - 1L) * TRAITS.postsOnAPage())
                .limit(TRAITS.postsOnAPage())
                .map(pid ->
                        new Post(pid, new UserName(1, "a", null), Instant.EPOCH, 0, null, null, null, "", "", false))
                .toList();
        var header = new ThreadHeader(1L, "Titel", "", false, false, false, false, false, 0, 0, claimed());
        return new ThreadPage(TID, page, header, null, posts);
    }
}
