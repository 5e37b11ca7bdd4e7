package potstats2.crawler;

import java.util.List;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;

/** The crawler as a process of its own, or part of a bigger one. */
public final class CrawlerService implements ServiceModule {

    /** What it takes to start the crawler. */
    public static final Service SERVICE =
            new Service("crawler-service", CrawlerApplication.class, List.of(CrawlerProperties.class));

    @Override
    public Service service() {
        return SERVICE;
    }

    /** Runs until told to end. */
    public static void main(String[] args) {
        ServiceLauncher.main(SERVICE, args);
    }
}
