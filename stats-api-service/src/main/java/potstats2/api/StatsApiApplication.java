package potstats2.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service's context. */
@SpringBootApplication
@EnableConfigurationProperties(ApiSettings.class)
class StatsApiApplication {}
