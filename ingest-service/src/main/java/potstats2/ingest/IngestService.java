package potstats2.ingest;

import java.util.List;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;
import potstats2.runtime.launch.ServiceModule;

/** The service that writes the forum topics to PostgreSQL. */
public final class IngestService implements ServiceModule {

    public static final Service SERVICE =
            new Service("ingest-service", IngestApplication.class, List.of(IngestProperties.class));

    @Override
    public Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        ServiceLauncher.main(SERVICE, args);
    }
}
