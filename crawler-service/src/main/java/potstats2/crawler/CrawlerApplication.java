package potstats2.crawler;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import potstats2.runtime.launch.ServiceApplication;

/** Puts the crawler together. */
@ServiceApplication
@EnableConfigurationProperties(CrawlerProperties.class)
class CrawlerApplication {}
