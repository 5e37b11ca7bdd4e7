package potstats2.crawler.publish;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.events.CrawlProgressed;
import potstats2.runtime.kafka.EventSerializer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts progress on its topic. While the broker is away the newest lines wait, and the others are lost: they are only news. */
public final class ProgressPublisher implements Consumer<CrawlProgressed>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProgressPublisher.class);
    private static final int MAX_WAITING = 10;

    private final Producer<String, byte[]> producer;
    private final EventSerializer serializer = new EventSerializer();
    private final Scheduler thread = Schedulers.newBoundedElastic(1, MAX_WAITING, "crawl-progress");

    public ProgressPublisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void accept(CrawlProgressed progress) {
        try {
            var unused = thread.schedule(() -> send(progress));
        } catch (RejectedExecutionException e) {
            log.debug("Progress is not published: the broker is away");
        }
    }

    private void send(CrawlProgressed progress) {
        var unused = producer.send(serializer.record(progress), (metadata, failure) -> {
            if (failure != null) {
                log.debug("Progress is not published: {}", failure.toString());
            }
        });
    }

    @Override
    public void close() {
        thread.dispose();
    }
}
