package potstats2.ingest.tables;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    /**
     * Every statement looks up by their keys what a batch is about. The planner does not know how many rows there will
     * be: a plan that was made while the tables were empty would read all of a table for each row of a batch.
     */
    static final Map<String, String> LOOK_UP_EACH_KEY =
            Map.of("enable_seqscan", "off", "enable_hashjoin", "off", "enable_mergejoin", "off");

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer keyLookups() {
        return options -> options.option(PostgresqlConnectionFactoryProvider.OPTIONS, LOOK_UP_EACH_KEY);
    }
}
