package potstats2.benchmark.loops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import potstats2.benchmark.system.HttpConnection;
import potstats2.crawler.source.bb.PageReader;
import potstats2.crawler.source.ThreadPage;
import potstats2.events.PostObserved;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;

/**
 * Pages of threads as a forum serves them.
 *
 * @param tids whose first pages they are
 * @param bodies what the forum answers
 */
record Pages(List<Long> tids, List<byte[]> bodies) {
    private static final int POSTS = 5_000;
    private static final int PAGES = 50;
    private static final int MAX_CHARACTERS = 16 * 1024 * 1024;

    static Pages fetch() {
        try (var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(POSTS));
                var connection = new HttpConnection(URI.create(forum.forumUrl()).getPort())) {
            var tids = forum.forum()
                    .threads()
                    .filter(thread -> thread.pages() > 1)
                    .map(thread -> thread.tid())
                    .limit(PAGES)
                    .toList();
            return new Pages(
                    tids, tids.stream().map(tid -> page(connection, tid)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PageReader reader() {
        return new PageReader(MAX_CHARACTERS);
    }

    ThreadPage read(PageReader reader, int index) {
        return (ThreadPage) reader.thread(bodies.get(index), tids.get(index), 1);
    }

    int count() {
        return bodies.size();
    }

    /** All posts on the pages. */
    List<PostObserved> posts() {
        var reader = reader();
        return IntStream.range(0, count())
                .mapToObj(index -> read(reader, index))
                .flatMap(page -> page.posts().stream().map(post -> post.observed(page.tid(), Instant.EPOCH)))
                .toList();
    }

    private static byte[] page(HttpConnection connection, long tid) {
        try {
            return connection.get(HttpConnection.request("/bb/xml/thread.php?TID=" + tid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
