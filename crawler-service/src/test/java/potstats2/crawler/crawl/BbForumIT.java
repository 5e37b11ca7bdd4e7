package potstats2.crawler.crawl;

import java.net.URI;
import java.util.Map;
import potstats2.simulator.Faults;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;
import potstats2.simulator.forum.Forum;

/** The source of bB's pages. */
class BbForumIT extends ForumSourceContract {

    @Override
    ServedForum serve(int posts, long seed, boolean odd) {
        return new ServedBb(ForumSimulator.start(
                SimulatorOptions.defaults().withPosts(posts).withSeed(seed).withOddities(odd)));
    }

    private record ServedBb(ForumSimulator simulator) implements ServedForum {

        @Override
        public Map<String, Object> settings() {
            var url = simulator.forumUrl();
            return Map.of(
                    "source",
                    "bb",
                    "forum-url",
                    url,
                    "profile-url",
                    URI.create(url).resolve("/my/").toString());
        }

        @Override
        public Forum forum() {
            return simulator.forum();
        }

        @Override
        public long requests() {
            return simulator.requests().total();
        }

        @Override
        public void faulty(boolean faulty) {
            simulator.faults(faulty ? Faults.every(0.02).withUnavailable(0.002) : Faults.none());
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
