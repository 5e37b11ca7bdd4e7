package potstats2.ingest;

import potstats2.runtime.database.OwnSchema;
import potstats2.runtime.database.ReactiveDatabase;
import potstats2.runtime.launch.ServiceApplication;

/** The Spring context of the service. */
@ServiceApplication
@ReactiveDatabase
@OwnSchema
class IngestApplication {}
