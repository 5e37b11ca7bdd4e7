package potstats2.api.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlProgressed;
import potstats2.events.StatsRefreshed;

/** The data of the stream's events, as JSON. */
public final class StreamEvents {

    private StreamEvents() {}

    /** Every kind of event. */
    public static List<Class<?>> types() {
        return List.of(ProgressEvent.class, RefreshedEvent.class, PostsEvent.class);
    }

    @JsonInclude
    record ProgressEvent(
            CrawlProgressed.State state,
            int pass,
            @Nullable CrawledBoard board,
            CrawlProgressed.Progress boards,
            CrawlProgressed.Progress threads,
            CrawlProgressed.Progress posts,
            long requests,
            @JsonProperty("requests_per_second") double requestsPerSecond,
            @JsonProperty("posts_per_second") double postsPerSecond,
            @JsonProperty("seconds_left") @Nullable Long secondsLeft,
            @JsonProperty("started_at") Instant startedAt,
            Instant at) {}

    record CrawledBoard(long bid, String name) {}

    @JsonInclude
    record RefreshedEvent(
            long generation,
            List<StatsRefreshed.Scope> scopes,
            @JsonProperty("observed_at") @Nullable Instant observedAt,
            Instant at) {}

    record PostsEvent(List<NewPosts> boards, Instant at) {}

    record NewPosts(long bid, String name, long posts) {}
}
