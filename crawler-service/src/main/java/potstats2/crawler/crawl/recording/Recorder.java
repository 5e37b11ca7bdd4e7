package potstats2.crawler.crawl.recording;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.crawler.checkpoint.Checkpoints;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.publish.Publisher;
import potstats2.crawler.source.PageAddress;
import potstats2.crawler.source.PageFailedException;
import potstats2.crawler.source.UnreadableElement;
import potstats2.events.Checkpoint;
import potstats2.events.ForumEvent;
import potstats2.events.PostObserved;
import potstats2.runtime.tracing.Traces;
import reactor.core.publisher.Mono;

/** Publishes, remembers and counts what the crawl found. */
public final class Recorder {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final Checkpoints checkpoints;
    private final Publisher publisher;
    private final CrawlStatus status;
    private final Traces traces;
    private final Function<PageAddress, URI> urls;
    private final Set<String> elementsSetAside = new HashSet<>();

    /**
     * Nothing recorded yet.
     *
     * @param urls where a page is
     */
    public Recorder(
            Checkpoints checkpoints,
            Publisher publisher,
            CrawlStatus status,
            Traces traces,
            Function<PageAddress, URI> urls) {
        this.checkpoints = checkpoints;
        this.publisher = publisher;
        this.status = status;
        this.traces = traces;
        this.urls = urls;
    }

    /** Traces the reading of a thread's page; what is published meanwhile goes on with the trace. */
    public Mono<Void> traced(long tid, int page, Mono<Void> reading) {
        return traces.during(() -> traces.begin("thread page").tag("tid", tid).tag("page", page), reading);
    }

    /** Events, and the checkpoints that cover them. */
    public Mono<Void> record(List<? extends ForumEvent> events, List<? extends Checkpoint> covering) {
        covering.forEach(checkpoints::put);
        status.postsPublished(
                (int) events.stream().filter(PostObserved.class::isInstance).count());
        return events.isEmpty() && covering.isEmpty() ? Mono.empty() : publisher.publish(events, covering);
    }

    /** Elements of a page that could not be read; once each, for a list is read again and again. */
    public Mono<Void> setAside(PageAddress page, List<UnreadableElement> elements) {
        if (elements.isEmpty()) {
            return readWell(page);
        }
        var news = notYetSetAside(page, elements);
        if (news.isEmpty()) {
            return Mono.empty();
        }
        var url = urls.apply(page);
        for (var element : news) {
            log.warn("Set aside of {}: {}", url, element.description());
            status.pageSetAside();
        }
        return publisher.setAside(page.kind(), url, news);
    }

    /** All of a page could be read. */
    public Mono<Void> readWell(PageAddress page) {
        return publisher.readWell(page, () -> urls.apply(page));
    }

    private synchronized List<UnreadableElement> notYetSetAside(PageAddress page, List<UnreadableElement> elements) {
        if (elementsSetAside.size() > MOST_REMEMBERED) {
            elementsSetAside.clear();
        }
        var news = elements.stream()
                .filter(element -> !elementsSetAside.contains(key(page, element)))
                .toList();
        news.forEach(element -> elementsSetAside.add(key(page, element)));
        return news;
    }

    /** What is counted in an element may change from one reading to the next. */
    private static String key(PageAddress page, UnreadableElement element) {
        return page.kind() + " " + page.id() + " " + page.page() + " " + element.description();
    }

    /** What is still unreadable is set aside once more: somebody wants to know. */
    public synchronized void forgetSetAside() {
        elementsSetAside.clear();
    }

    /** A page that could not be had or read; the crawl goes on. */
    public Mono<Void> setAside(PageFailedException page) {
        log.warn("Set aside {}: {}", page.url(), page.getMessage());
        status.pageSetAside();
        return publisher.setAside(page);
    }
}
