package potstats2.analytics;

import java.util.List;
import potstats2.analytics.changes.AnalyticsProperties;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;
import potstats2.runtime.settings.SharedSettings;

/** The analytics service: follows the changes that the ingest service announces and keeps the rollups fresh. */
public final class AnalyticsService implements ServiceModule {

    /** As it is started, alone or inside a bigger process. */
    public static final Service SERVICE = new Service(
            "analytics-service", AnalyticsApplication.class, List.of(AnalyticsProperties.class, SharedSettings.class));

    @Override
    public Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        ServiceLauncher.main(SERVICE, args);
    }
}
