package potstats2.standalone.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the system is doing, as the API says it; what it does not know is absent.
 *
 * @param posts posts in the statistics
 * @param threads threads in the statistics
 * @param boards boards with a post
 * @param users users with a post
 * @param lag records still on their way into the statistics
 * @param crawl what the crawler said last
 * @param deadLetters records that were set aside because they could not be handled
 */
public record Status(
        @Nullable Long posts,
        @Nullable Long threads,
        @Nullable Long boards,
        @Nullable Long users,
        @Nullable Lag lag,
        @Nullable Crawl crawl,
        @Nullable Long deadLetters) {

    /**
     * Records still on their way.
     *
     * @param ingest of the forum's topics, not yet in the tables
     * @param analytics of the changes, not yet in the statistics
     */
    public record Lag(long ingest, long analytics) {}

    /**
     * What the crawler said last.
     *
     * @param state idle, crawling or paused
     * @param pausedSince when an operator told it to wait, absent where it waits for the forum
     * @param pausedUntil until when the forum asked to be left alone
     * @param pass counts from 1
     * @param threads of this pass
     * @param posts of this pass
     * @param requests of this pass
     * @param requestsPerSecond over the last seconds
     * @param secondsLeft an estimate
     * @param leftAlone kinds of pages that are not asked for now, as one after the other failed
     */
    public record Crawl(
            String state,
            @Nullable Instant pausedSince,
            @Nullable Instant pausedUntil,
            @Nullable Integer pass,
            @Nullable Done threads,
            @Nullable Done posts,
            @Nullable Long requests,
            @Nullable Double requestsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable List<String> leftAlone) {}

    /**
     * How much of something is done.
     *
     * @param done at least 0
     * @param total as far as it is known
     */
    public record Done(long done, long total) {}
}
