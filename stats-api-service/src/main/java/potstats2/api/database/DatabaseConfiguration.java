package potstats2.api.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.Map;
import java.util.TimeZone;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import potstats2.api.ApiSettings;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /**
     * Whatever the role may do, these connections only read, and no query runs for ever. The queries are short: starting
     * workers or a compiler for them takes longer than it saves.
     */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer readOnlyConnections(ApiSettings settings) {
        return options -> options.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, CONNECT_TIMEOUT)
                .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "potstats2-api")
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true) // numbers need no digits on their way
                .option(PostgresqlConnectionFactoryProvider.TIME_ZONE, TimeZone.getTimeZone("UTC"))
                .option(
                        PostgresqlConnectionFactoryProvider.OPTIONS,
                        Map.of(
                                "default_transaction_read_only",
                                "on",
                                "max_parallel_workers_per_gather",
                                "0",
                                "jit",
                                "off",
                                "statement_timeout",
                                String.valueOf(settings.queryTimeout().toMillis())));
    }
}
