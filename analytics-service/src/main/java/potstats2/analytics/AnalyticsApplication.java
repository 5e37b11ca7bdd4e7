package potstats2.analytics;

import potstats2.runtime.database.JdbcDatabase;
import potstats2.runtime.database.OwnSchema;
import potstats2.runtime.launch.ServiceApplication;

/** The analytics service as a Spring application. */
@ServiceApplication
@JdbcDatabase
@OwnSchema
public class AnalyticsApplication {}
