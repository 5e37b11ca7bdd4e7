package potstats2.ingest.tables;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import java.util.Map;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    /**
     * Every statement is planned for the tables as they are then. A plan that was made while they were empty, and kept,
     * would read all of a table for each row of a batch until the next {@code ANALYZE}.
     */
    static final Map<String, String> SESSION = Map.of("plan_cache_mode", "force_custom_plan");

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer session() {
        return options -> options.option(PostgresqlConnectionFactoryProvider.OPTIONS, SESSION);
    }
}
