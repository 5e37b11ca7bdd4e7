package potstats2.analytics;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import potstats2.settings.ServiceLauncher;
import potstats2.testsupport.Servers;

/** The service as it is deployed, but for its servers and without HTTP. */
final class RunningAnalytics {

    private final ConfigurableApplicationContext context;

    private RunningAnalytics(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningAnalytics start(Servers servers) {
        var database = servers.postgres();
        var overrides = Map.<String, Object>of(
                "spring.main.web-application-type", "none",
                "spring.kafka.bootstrap-servers", servers.kafka(),
                "spring.liquibase.url", database.jdbcUrl(),
                "spring.liquibase.user", database.user(),
                "spring.liquibase.password", database.password(),
                "potstats2.time-zone", "Europe/Berlin",
                "potstats2.analytics.poll-timeout", "100ms");
        return new RunningAnalytics(ServiceLauncher.start(AnalyticsService.SERVICE, overrides));
    }

    void stop() {
        context.close();
    }
}
