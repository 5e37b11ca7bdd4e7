package potstats2.ingest;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Spring context of the service. */
@SpringBootApplication
class IngestApplication {}
