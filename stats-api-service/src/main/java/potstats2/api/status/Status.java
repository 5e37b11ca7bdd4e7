package potstats2.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;

/**
 * How the system is doing. What cannot be known because the database or Kafka is away is absent.
 *
 * @param posts posts in the statistics
 * @param threads threads in the statistics: those with a post
 * @param boards boards with a post
 * @param users users with a post
 * @param lag what is still on its way into the statistics
 * @param crawl what the crawler said last
 * @param deadLetters records that were set aside because they could not be handled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
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
    record Lag(long ingest, long analytics) {}

    /** What a crawler said last; nothing but {@code idle} where none has said anything. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Crawl(
            String state,
            @Nullable Instant pausedSince,
            @Nullable Instant pausedUntil,
            @Nullable Integer pass,
            @Nullable Long bid,
            @Nullable Progress boards,
            @Nullable Progress threads,
            @Nullable Progress posts,
            @Nullable Long requests,
            @Nullable Double requestsPerSecond,
            @Nullable Double postsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable List<String> leftAlone,
            @Nullable Instant startedAt,
            @Nullable Instant at) {

        static Crawl of(@Nullable CrawlProgressed progress) {
            if (progress == null) {
                return new Crawl(
                        "idle", null, null, null, null, null, null, null, null, null, null, null, null, null, null);
            }
            return new Crawl(
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.pausedSince(),
                    progress.pausedUntil(),
                    progress.pass(),
                    progress.bid(),
                    progress.boards(),
                    progress.threads(),
                    progress.posts(),
                    progress.requests(),
                    progress.requestsPerSecond(),
                    progress.postsPerSecond(),
                    progress.secondsLeft(),
                    progress.leftAlone(),
                    progress.startedAt(),
                    progress.at());
        }
    }
}
