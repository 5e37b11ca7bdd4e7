package potstats2.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.xml.sax.SAXException;
import potstats2.simulator.forum.SimulatedPost;

/** Reads a whole forum as the contract allows, without counting on anything it does not promise. */
final class CarefulReader {

    private static final int FULL = 30;
    private static final int MOST_ATTEMPTS = 6;
    /** Pages without posts after which no newer post is expected. */
    private static final int MOST_EMPTY = 5;

    private final ForumSimulator simulator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What a reader can know of a post for sure. */
    record ReadPost(
            long pid,
            long tid,
            long uid,
            String name,
            long postedAt,
            int editCount,
            long lastEditBy,
            String lastEditName,
            long lastEditAt,
            String title,
            String content,
            boolean hidden) {

        static ReadPost of(SimulatedPost post) {
            var edit = post.lastEdit();
            return new ReadPost(
                    post.pid(),
                    post.tid(),
                    post.uid(),
                    post.name(),
                    post.postedAt().getEpochSecond(),
                    post.editCount(),
                    edit == null ? 0 : edit.uid(),
                    edit == null ? "" : edit.name(),
                    edit == null ? 0 : edit.editedAt().getEpochSecond(),
                    post.title(),
                    post.content(),
                    post.hidden());
        }

        static ReadPost of(long tid, ParsedXml post) {
            var message = post.at("message");
            var edit = message.at("edited").child("lastedit");
            return new ReadPost(
                    post.number("id"),
                    tid,
                    uid(post.at("user")),
                    post.at("user").text().strip(),
                    post.at("date").number("timestamp"),
                    (int) message.at("edited").number("count"),
                    edit.map(e -> e.at("user").number("id")).orElse(0L),
                    edit.map(e -> e.at("user").text()).orElse(""),
                    edit.map(e -> e.at("date").number("timestamp")).orElse(0L),
                    message.child("title").map(ParsedXml::text).orElse(""),
                    message.child("content").map(ParsedXml::text).orElse(""),
                    post.attribute("is-hidden").equals("texthidden"));
        }

        /** A guest has none, or 0. */
        private static long uid(ParsedXml user) {
            return user.attribute("id").isEmpty() ? 0 : user.number("id");
        }
    }

    CarefulReader(ForumSimulator simulator) {
        this.simulator = simulator;
    }

    /** All posts by PID. Lists are read until no thread is new or has moved, and none came to the top meanwhile. */
    Map<Long, ReadPost> posts() throws InterruptedException {
        var posts = new TreeMap<Long, ReadPost>();
        var boards = xml("xml/boards.php");
        for (var category : boards.children("category")) {
            for (var board : category.at("boards").children("board")) {
                var activities = new HashMap<Long, String>();
                while (readBoard(board.number("id"), Integer.MAX_VALUE, activities, posts)
                        || readBoard(board.number("id"), 1, activities, posts)) {}
            }
        }
        return posts;
    }

    private boolean readBoard(long bid, int lastPage, Map<Long, String> activities, Map<Long, ReadPost> posts)
            throws InterruptedException {
        boolean moved = false;
        for (int page = 1; page <= lastPage; page++) {
            var board = xml("xml/board.php?BID=" + bid + "&page=" + page);
            if (board.name().equals("no-access")) {
                return false;
            }
            var threads = board.at("threads").children("thread");
            if (threads.isEmpty()) {
                return moved;
            }
            for (var thread : threads) {
                long tid = thread.number("id");
                String activity = thread.at("number-of-replies").attribute("value")
                        + thread.child("lastpost")
                                .map(last -> last.at("post", "date").attribute("timestamp"))
                                .orElse("");
                if (!activity.equals(activities.put(tid, activity))) {
                    moved = true;
                    readThread(
                            tid,
                            thread.child("lastpost")
                                    .map(last -> last.at("post", "date").number("timestamp"))
                                    .orElse(0L),
                            posts);
                }
            }
        }
        return moved;
    }

    private void readThread(long tid, long lastPost, Map<Long, ReadPost> posts) throws InterruptedException {
        long newest = 0;
        int empty = 0;
        for (int page = 1; ; page++) {
            var thread = xml("xml/thread.php?TID=" + tid + "&page=" + page);
            if (!thread.name().equals("thread")) {
                return;
            }
            var onPage = new HashSet<Long>();
            for (var post : thread.at("posts").children("post")) {
                posts.put(post.number("id"), ReadPost.of(tid, post));
                onPage.add(post.number("id"));
                newest = post.at("date").number("timestamp");
            }
            empty = onPage.isEmpty() ? empty + 1 : 0;
            boolean expected = newest < lastPost && empty < MOST_EMPTY;
            if (onPage.size() < FULL
                    && !expected
                    && page >= thread.at("number-of-pages").number("value")) {
                return;
            }
        }
    }

    private ParsedXml xml(String path) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = get(simulator.forumUrl() + path);
                if (answer.statusCode() == 200) {
                    return ParsedXml.of(answer.body());
                }
            } catch (SAXException | IOException e) {
                // Answered properly when asked again.
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException(path + " failed " + attempt + " times");
            }
        }
    }

    HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
