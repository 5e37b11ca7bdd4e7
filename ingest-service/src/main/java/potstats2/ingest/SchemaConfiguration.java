package potstats2.ingest;

import java.sql.SQLException;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the schema before Liquibase, which keeps its own tables in it. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

    @Bean
    static BeanPostProcessor schemaBeforeLiquibase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringLiquibase liquibase) {
                    createSchema(liquibase.getDataSource(), liquibase.getDefaultSchema());
                }
                return bean;
            }
        };
    }

    /** Asks first: a role that may not create schemas may find its own already there. */
    private static void createSchema(DataSource database, String schema) {
        try (var connection = database.getConnection();
                var exists = connection.prepareStatement("SELECT FROM pg_namespace WHERE nspname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, schema);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE SCHEMA IF NOT EXISTS " + create.enquoteIdentifier(schema, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Schema " + schema + " cannot be created: " + e.getMessage(), e);
        }
    }
}
