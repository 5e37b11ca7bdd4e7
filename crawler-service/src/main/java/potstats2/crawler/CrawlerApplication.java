package potstats2.crawler;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Puts the crawler together. */
@SpringBootApplication
@EnableConfigurationProperties(CrawlerProperties.class)
class CrawlerApplication {}
