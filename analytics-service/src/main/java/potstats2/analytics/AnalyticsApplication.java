package potstats2.analytics;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The analytics service as a Spring application. */
@SpringBootApplication
public class AnalyticsApplication {}
