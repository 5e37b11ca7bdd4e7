package potstats2.crawler.crawl.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.Checkpoint.BoardRead;

/**
 * Threads of several list pages are read at the same time; what may be remembered of a list page waits for all before it.
 * Thread-safe.
 */
public final class Chunks {

    private final Deque<Open> open = new ArrayDeque<>();

    /** A list page some of whose threads are not read yet. */
    public static final class Open {
        private final @Nullable BoardRead whenDone;
        private int left;

        private Open(int left, @Nullable BoardRead whenDone) {
            this.left = left;
            this.whenDone = whenDone;
        }
    }

    /** A list page some of whose threads may have to be read first. */
    public synchronized Open begin(int threads, @Nullable BoardRead whenDone) {
        var chunk = new Open(threads, whenDone);
        open.add(chunk);
        return chunk;
    }

    /** One of its threads is read. */
    public synchronized List<BoardRead> oneDone(Open chunk) {
        chunk.left--;
        return completed();
    }

    /** What may be remembered now. */
    public synchronized List<BoardRead> completed() {
        var completed = new ArrayList<BoardRead>();
        for (var first = open.peek(); first != null && first.left == 0; first = open.peek()) {
            open.remove();
            if (first.whenDone != null) {
                completed.add(first.whenDone);
            }
        }
        return completed;
    }
}
