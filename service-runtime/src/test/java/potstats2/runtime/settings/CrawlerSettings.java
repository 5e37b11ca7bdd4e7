package potstats2.runtime.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As a crawler may have them.
 *
 * @param requestDelay between two requests
 * @param boards to read
 * @param sweep of old threads
 */
@ConfigurationProperties("potstats2.crawler")
public record CrawlerSettings(
        @DefaultValue("100ms") Duration requestDelay,
        @DefaultValue List<Long> boards,
        @DefaultValue Sweep sweep) {
    public CrawlerSettings {
        if (requestDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "potstats2.crawler.request-delay: must not be negative, but is " + requestDelay);
        }
    }

    /**
     * How old threads are read again.
     *
     * @param share of the requests
     * @param mode which threads
     */
    public record Sweep(
            @DefaultValue("0.1") double share,
            @DefaultValue("OLD") Mode mode) {}

    /** Which threads. */
    public enum Mode {
        OLD,
        ALL
    }
}
