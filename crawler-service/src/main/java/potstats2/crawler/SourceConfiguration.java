package potstats2.crawler;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import potstats2.crawler.crawl.Crawler;
import potstats2.crawler.http.HostHolds;
import potstats2.crawler.http.HttpManners;
import potstats2.crawler.http.PauseSwitch;
import potstats2.crawler.progress.CrawlStatus;
import potstats2.crawler.source.bb.BbForum;
import reactor.core.scheduler.Schedulers;

/** Chooses the kind of forum: the only place outside of a source that knows it. */
@Configuration(proxyBeanMethods = false)
public class SourceConfiguration {

    @Bean
    Crawler.Forums forums(CrawlerProperties properties, PauseSwitch pause, CrawlStatus status, Clock clock) {
        return chosen(properties, pause, status, clock, version());
    }

    /** The forum that the properties name, by its software. */
    public static Crawler.Forums chosen(
            CrawlerProperties properties, PauseSwitch pause, CrawlStatus status, Clock clock, String version) {
        var manners = new HttpManners(
                "potstats2/" + version + " (forum statistics)",
                clock,
                status.requests(),
                pause,
                new HostHolds(clock, Schedulers.parallel()),
                status::forumHeldUntil,
                status::forumAway);
        return switch (properties.source()) {
            case BB -> reading -> new BbForum(properties, manners, reading);
        };
    }

    private static String version() {
        var version = CrawlerService.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
