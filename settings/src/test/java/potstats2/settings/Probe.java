package potstats2.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** A service with a few settings. */
final class Probe {
    static final Service SERVICE = new Service("probe", Application.class, List.of(CrawlerSettings.class));

    private Probe() {}

    public static void main(String... args) {
        ServiceLauncher.main(SERVICE, args);
    }

    @Configuration
    static class Application {}

    /**
     * As a crawler may have them.
     *
     * @param requestDelay between two requests
     * @param boards to read
     * @param sweep of old threads
     */
    @ConfigurationProperties("potstats2.crawler")
    record CrawlerSettings(
            @DefaultValue("100ms") Duration requestDelay,
            @DefaultValue List<Long> boards,
            @DefaultValue Sweep sweep) {
        CrawlerSettings {
            if (requestDelay.isNegative()) {
                throw new IllegalArgumentException(
                        "potstats2.crawler.request-delay: must not be negative, but is " + requestDelay);
            }
        }
    }

    /**
     * How old threads are read again.
     *
     * @param share of the requests
     * @param mode which threads
     */
    record Sweep(
            @DefaultValue("0.1") double share,
            @DefaultValue("OLD") Mode mode) {}

    /** Which threads. */
    enum Mode {
        OLD,
        ALL
    }
}
