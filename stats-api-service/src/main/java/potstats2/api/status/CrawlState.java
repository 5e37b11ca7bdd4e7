package potstats2.api.status;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import potstats2.api.feed.SystemEventListener;
import potstats2.events.CrawlProgressed;

/** Remembers what the crawler said last. */
@Component
class CrawlState implements SystemEventListener {
    private final AtomicReference<@Nullable CrawlProgressed> last = new AtomicReference<>();

    @Override
    public void progressed(CrawlProgressed progress, long offset) {
        last.set(progress);
    }

    @Nullable
    CrawlProgressed last() {
        return last.get();
    }
}
