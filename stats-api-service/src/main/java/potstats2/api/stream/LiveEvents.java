package potstats2.api.stream;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import potstats2.api.feed.SystemEventListener;
import potstats2.events.CrawlProgressed;
import potstats2.events.StatsRefreshed;
import tools.jackson.databind.json.JsonMapper;

/** Turns news into what clients of the stream read. */
@Component
class LiveEvents implements SystemEventListener {
    static final String PROGRESS = "progress";
    static final String REFRESHED = "refreshed";
    static final String POSTS = "posts";

    /** Beyond that many it is shorter to say that everything may be new. */
    private static final int MOST_SCOPES = 200;

    private final EventStream stream;
    private final BoardNames names;
    private final JsonMapper json;

    LiveEvents(EventStream stream, BoardNames names, JsonMapper json) {
        this.stream = stream;
        this.names = names;
        this.json = json;
    }

    @Override
    public void progressed(CrawlProgressed crawl, long offset) {
        var progress = new StreamEvents.ProgressEvent(
                crawl.state(),
                crawl.pass(),
                crawl.bid() == null ? null : new StreamEvents.CrawledBoard(crawl.bid(), names.of(crawl.bid())),
                crawl.boards(),
                crawl.threads(),
                crawl.posts(),
                crawl.requests(),
                crawl.requestsPerSecond(),
                crawl.postsPerSecond(),
                crawl.secondsLeft(),
                crawl.startedAt(),
                crawl.at());
        publish(PROGRESS, progress, crawl.at(), new StreamPosition(offset + 1, 0, 0));
    }

    @Override
    public void refreshed(StatsRefreshed news, long offset) {
        var all = new StreamPosition(0, offset + 1, 0);
        var scopes = news.scopes().size() > MOST_SCOPES ? List.<StatsRefreshed.Scope>of() : news.scopes();
        var refreshed = new StreamEvents.RefreshedEvent(news.generation(), scopes, news.observedAt(), news.at());
        if (news.newPosts().isEmpty()) {
            publish(REFRESHED, refreshed, news.at(), all);
            return;
        }
        publish(REFRESHED, refreshed, news.at(), new StreamPosition(0, offset, 1));
        var boards = news.newPosts().stream()
                .map(board -> new StreamEvents.NewPosts(board.bid(), names.of(board.bid()), board.posts()))
                .toList();
        publish(POSTS, new StreamEvents.PostsEvent(boards, news.at()), news.at(), all);
    }

    @Override
    public void caughtUp() {
        stream.caughtUp();
    }

    private void publish(String type, Object event, Instant at, StreamPosition own) {
        stream.publish(type, json.writeValueAsBytes(event), at, own);
    }
}
