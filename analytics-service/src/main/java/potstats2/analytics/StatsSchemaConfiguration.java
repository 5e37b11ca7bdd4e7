package potstats2.analytics;

import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.UpdateSummaryEnum;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Liquibase keeps its own tables inside the schema that it fills, so the schema must be there before it. */
@Configuration(proxyBeanMethods = false)
class StatsSchemaConfiguration {

    @Bean
    @ConditionalOnProperty(name = "spring.liquibase.enabled", matchIfMissing = true)
    SpringLiquibase liquibase(DataSource dataSource) throws SQLException {
        createSchema(dataSource);
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(dataSource);
        liquibase.setChangeLog("classpath:db/stats/changelog.yaml");
        liquibase.setLiquibaseSchema("stats");
        liquibase.setAnalyticsEnabled(false);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        return liquibase;
    }

    /** Asked for first: a role that owns the schema need not be allowed to create one. */
    private static void createSchema(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var schema = statement.executeQuery("SELECT to_regnamespace('stats') IS NOT NULL")) {
            if (schema.next() && !schema.getBoolean(1)) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS stats");
            }
        }
    }
}
