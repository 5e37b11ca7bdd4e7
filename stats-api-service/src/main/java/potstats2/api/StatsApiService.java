package potstats2.api;

import java.util.List;
import potstats2.api.cache.CacheSettings;
import potstats2.api.feed.FeedSettings;
import potstats2.api.imprint.ImprintSettings;
import potstats2.api.limits.LimitSettings;
import potstats2.api.stream.StreamSettings;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;
import potstats2.runtime.settings.SharedSettings;

/** The service's process. */
public final class StatsApiService implements ServiceModule {

    /** How to start the service, alone or with others. */
    public static final Service SERVICE = new Service(
            "stats-api-service",
            StatsApiApplication.class,
            List.of(
                    ApiSettings.class,
                    CacheSettings.class,
                    FeedSettings.class,
                    ImprintSettings.class,
                    LimitSettings.class,
                    SharedSettings.class,
                    StreamSettings.class));

    @Override
    public Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        ServiceLauncher.main(SERVICE, args);
    }
}
