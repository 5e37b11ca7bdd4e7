package potstats2.ingest;

import java.util.List;
import potstats2.runtime.launch.Service;
import potstats2.runtime.launch.ServiceLauncher;

/** The service that writes the forum topics to PostgreSQL. */
public final class IngestService {

    public static final Service SERVICE =
            new Service("ingest-service", IngestApplication.class, List.of(IngestProperties.class));

    private IngestService() {}

    public static void main(String[] args) {
        ServiceLauncher.main(SERVICE, args);
    }
}
