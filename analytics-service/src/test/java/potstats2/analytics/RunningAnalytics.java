package potstats2.analytics;

import org.springframework.context.ConfigurableApplicationContext;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.testsupport.Servers;

/** The service as it is deployed, but for its servers and without HTTP. */
final class RunningAnalytics {

    private final ConfigurableApplicationContext context;

    private RunningAnalytics(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningAnalytics start(Servers servers) {
        return start(servers, "100ms");
    }

    static RunningAnalytics start(Servers servers, String pollTimeout) {
        var overrides = servers.settings();
        overrides.put("spring.main.web-application-type", "none");
        overrides.put("potstats2.time-zone", "Europe/Berlin");
        overrides.put("potstats2.analytics.poll-timeout", pollTimeout);
        return new RunningAnalytics(ServiceLauncher.start(AnalyticsService.SERVICE, overrides));
    }

    void stop() {
        context.close();
    }
}
