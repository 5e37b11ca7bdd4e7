package potstats2.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the crawler is doing, about once a second while it crawls and once when it stops. Topic {@link Topic#PROGRESS},
 * key: the BID in decimal, or {@code all} for the whole pass.
 *
 * @param crawler which crawler speaks, where several run
 * @param state what it is doing
 * @param pausedSince when an operator told it to wait, absent where none did
 * @param pausedUntil until when the forum asked to be left alone, absent where it did not
 * @param pass counts the passes of this crawler process from 1
 * @param bid the board being read, absent between boards
 * @param boards boards of this pass
 * @param threads threads that this pass has to read, as far as it knows them
 * @param posts posts published by this pass; {@code total} is an estimate from the forum's own counts
 * @param requests requests sent to the forum by this pass
 * @param requestsPerSecond over the last seconds
 * @param postsPerSecond over the last seconds
 * @param secondsLeft estimate to the end of the pass, absent while there is no ground for one
 * @param leftAlone kinds of pages that no post depends on and that are not asked for now, as one after the other failed,
 *     absent where there are none
 * @param startedAt when the pass started
 * @param at when this was said
 */
public record CrawlProgressed(
        String crawler,
        State state,
        @Nullable Instant pausedSince,
        @Nullable Instant pausedUntil,
        int pass,
        @Nullable Long bid,
        Progress boards,
        Progress threads,
        Progress posts,
        long requests,
        double requestsPerSecond,
        double postsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable List<String> leftAlone,
        Instant startedAt,
        Instant at)
        implements Event {

    public CrawlProgressed {
        leftAlone = leftAlone == null ? null : List.copyOf(leftAlone);
        Ranges.requireTime("pausedSince", pausedSince);
        Ranges.requireTime("pausedUntil", pausedUntil);
        Ranges.requireTime("startedAt", startedAt);
        Ranges.requireTime("at", at);
    }

    @Override
    public Topic topic() {
        return Topic.PROGRESS;
    }

    @Override
    public String key() {
        return bid == null ? "all" : bid.toString();
    }

    /** What a crawler is doing. */
    public enum State {
        /** Between passes. */
        IDLE,
        /** Reading the forum. */
        CRAWLING,
        /** Told to wait, or waiting for the forum to answer again. */
        PAUSED
    }

    /**
     * How much of something is done.
     *
     * @param done at least 0
     * @param total at least {@code done}
     */
    public record Progress(long done, long total) {}
}
