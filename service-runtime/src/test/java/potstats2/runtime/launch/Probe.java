package potstats2.runtime.launch;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import potstats2.runtime.settings.CrawlerSettings;

/** A service with a few settings. */
final class Probe {
    static final Service SERVICE = new Service("probe", Application.class, List.of(CrawlerSettings.class));

    private Probe() {}

    public static void main(String... args) {
        ServiceLauncher.main(SERVICE, args);
    }

    @Configuration
    static class Application {}
}
