package potstats2.crawler.crawl;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.forum.PageFailedException;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.publish.Publisher;
import potstats2.events.Checkpoint;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.runtime.tracing.Traces;
import reactor.core.publisher.Mono;

/** Publishes, remembers and counts what the crawl found. */
final class Recorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);

    private final Checkpoints checkpoints;
    private final Publisher publisher;
    private final CrawlStatus status;
    private final Traces traces;

    Recorder(Checkpoints checkpoints, Publisher publisher, CrawlStatus status, Traces traces) {
        this.checkpoints = checkpoints;
        this.publisher = publisher;
        this.status = status;
        this.traces = traces;
    }

    /** Traces the reading of a thread's page; what is published meanwhile goes on with the trace. */
    Mono<Void> traced(long tid, int page, Mono<Void> reading) {
        return traces.during(() -> traces.begin("thread page").tag("tid", tid).tag("page", page), reading);
    }

    /** Events, and the checkpoints that cover them. */
    Mono<Void> record(List<? extends ForumEvent> events, List<? extends Checkpoint> covering) {
        covering.forEach(checkpoints::put);
        status.postsPublished(
                (int) events.stream().filter(PostObserved.class::isInstance).count());
        return events.isEmpty() && covering.isEmpty() ? Mono.empty() : publisher.publish(events, covering);
    }

    /** A page that could not be had or read; the crawl goes on. */
    Mono<Void> setAside(PageFailedException page) {
        log.warn("Set aside {}: {}", page.url(), page.getMessage());
        status.pageSetAside();
        return publisher.setAside(page);
    }
}
