package potstats2.ingest;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import potstats2.servers.PostgresAddress;
import potstats2.settings.ServiceLauncher;
import potstats2.testsupport.Servers;

/** The service in this process. */
public final class RunningIngest implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningIngest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningIngest start(Servers servers) {
        return start(servers, Map.of());
    }

    public static RunningIngest start(Servers servers, Map<String, Object> settings) {
        var all = settings(servers.postgres(), servers.kafka());
        all.put("spring.main.web-application-type", "none");
        all.putAll(settings);
        return new RunningIngest(ServiceLauncher.start(IngestService.SERVICE, all));
    }

    static Map<String, Object> settings(PostgresAddress postgres, String kafka) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.kafka.bootstrap-servers", kafka);
        settings.put("spring.r2dbc.url", postgres.r2dbcUrl());
        settings.put("spring.r2dbc.username", postgres.user());
        settings.put("spring.r2dbc.password", postgres.password());
        settings.put("spring.liquibase.url", postgres.jdbcUrl());
        settings.put("spring.liquibase.user", postgres.user());
        settings.put("spring.liquibase.password", postgres.password());
        return settings;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int assignedPartitions() {
        var partitions =
                context.getBean(ConcurrentMessageListenerContainer.class).getAssignedPartitions();
        return partitions == null ? 0 : partitions.size();
    }

    /** Lets others read the partitions; the service's other parts stay. */
    void stopConsuming() {
        context.getBean(ConcurrentMessageListenerContainer.class).stop();
    }

    @Override
    public void close() {
        context.close();
    }
}
