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

/** Chooses the kind of forum. */
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    Crawler.Forums forums(CrawlerProperties properties, PauseSwitch pause, CrawlStatus status, Clock clock) {
        var manners = new HttpManners(
                userAgent(),
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

    private static String userAgent() {
        var version = CrawlerService.class.getPackage().getImplementationVersion();
        return "potstats2/" + (version == null ? "development" : version) + " (forum statistics)";
    }
}
