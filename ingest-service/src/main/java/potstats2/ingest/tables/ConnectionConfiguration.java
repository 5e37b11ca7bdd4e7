package potstats2.ingest.tables;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    /**
     * Every statement is planned for the tables as they are and the rows that it is given: a plan that was made while the
     * tables were empty, and kept, would read all of a table for each row of a batch.
     */
    static final Map<String, String> PLAN_EACH_TIME = Map.of("plan_cache_mode", "force_custom_plan");

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer plans() {
        return options -> options.option(PostgresqlConnectionFactoryProvider.OPTIONS, PLAN_EACH_TIME);
    }
}
