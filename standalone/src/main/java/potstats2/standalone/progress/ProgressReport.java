package potstats2.standalone.progress;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows every second what the crawler does and what has arrived in the statistics. */
public final class ProgressReport implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProgressReport.class);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final CrawlWatch crawl;
    private final StatusClient api;
    private final Supplier<List<String>> troubles;
    private final Display display;

    private ProgressReport(CrawlWatch crawl, StatusClient api, Supplier<List<String>> troubles, Display display) {
        this.crawl = crawl;
        this.api = api;
        this.troubles = troubles;
        this.display = display;
    }

    /**
     * Until closed.
     *
     * @param troubles what else the user should know at the moment, mostly nothing
     */
    public static ProgressReport start(CrawlWatch crawl, URI apiUrl, Supplier<List<String>> troubles, Display display) {
        var report = new ProgressReport(crawl, new StatusClient(apiUrl), troubles, display);
        var thread = new Thread(report::showEverySecond, "progress");
        thread.setDaemon(true);
        thread.start();
        return report;
    }

    /** At once, also between the seconds. */
    public void show() {
        display.progress(lines());
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void showEverySecond() {
        try {
            do {
                show();
            } while (!closed.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(ProgressText.of(crawl.last().orElse(null)));
        try {
            lines.add(ProgressText.of(api.status()));
        } catch (IOException e) {
            log.debug("No status", e);
        }
        lines.addAll(troubles.get());
        return lines;
    }
}
