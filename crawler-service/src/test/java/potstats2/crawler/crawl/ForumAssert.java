package potstats2.crawler.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import potstats2.events.PostObserved;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.forum.Forum;
import potstats2.simulator.forum.SimulatedPost;

/** Compares what was published with what the simulated forum shows. */
final class ForumAssert {

    private ForumAssert() {}

    /** What the numbers are made of. */
    private record Essence(
            long tid,
            long uid,
            String name,
            long postedAt,
            int edits,
            @Nullable String editor,
            String title,
            String content,
            boolean hidden) {
        static Essence of(PostObserved post) {
            var edit = post.lastEdit();
            return new Essence(
                    post.tid(),
                    post.poster().uid(),
                    post.poster().name(),
                    post.postedAt().getEpochSecond(),
                    post.editCount(),
                    edit == null
                            ? null
                            : edit.editor().uid() + " " + edit.editor().name() + " "
                                    + edit.editedAt().getEpochSecond(),
                    post.title(),
                    post.content(),
                    post.hidden());
        }

        static Essence of(SimulatedPost post) {
            var edit = post.lastEdit();
            return new Essence(
                    post.tid(),
                    post.uid(),
                    post.name(),
                    post.postedAt().getEpochSecond(),
                    post.editCount(),
                    edit == null
                            ? null
                            : edit.uid() + " " + edit.name() + " "
                                    + edit.editedAt().getEpochSecond(),
                    post.title(),
                    post.content(),
                    post.hidden());
        }
    }

    static void assertSame(PublishedForum published, ForumSimulator simulator) {
        assertSame(published, simulator.forum());
    }

    static void assertSame(PublishedForum published, Forum forum) {
        var actual = new TreeMap<Long, Essence>();
        published.visiblePosts().forEach((pid, post) -> actual.put(pid, Essence.of(post)));
        var expected = new TreeMap<Long, Essence>();
        forum.posts().forEach(post -> expected.put(post.pid(), Essence.of(post)));
        var missing = new TreeSet<>(expected.keySet());
        missing.removeAll(actual.keySet());
        var invented = new TreeSet<>(actual.keySet());
        invented.removeAll(expected.keySet());
        assertThat(describe(missing, forum)).as("missing").isEmpty();
        assertThat(invented).as("not in the forum").isEmpty();
        assertThat(actual).isEqualTo(expected);
        assertThreads(published, forum);
    }

    private static Map<Long, @Nullable Long> describe(Set<Long> pids, Forum forum) {
        var threads = new HashMap<Long, @Nullable Long>();
        for (var pid : pids) {
            var post = forum.post(pid);
            threads.put(pid, post == null ? null : (Long) post.tid());
        }
        return threads;
    }

    private static void assertThreads(PublishedForum published, Forum forum) {
        var tids = new HashSet<Long>();
        forum.posts().forEach(post -> tids.add(post.tid()));
        assertThat(published.visibleThreads()).isEqualTo(tids);
        for (var tid : tids) {
            var thread = forum.thread(tid);
            var seen = published.threads.get(tid);
            assertThat(seen).isNotNull();
            assertThat(thread).isNotNull();
            if (thread != null && seen != null) {
                assertThat(seen.bid()).isEqualTo(thread.bid());
                assertThat(seen.title()).isEqualTo(thread.title());
                assertThat(seen.tags()).isEqualTo(thread.tags());
                assertThat(seen.closed()).isEqualTo(thread.closed());
            }
        }
        assertThat(published.boards).hasSize(forum.truth().boards());
    }
}
