package potstats2.ingest;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import potstats2.runtime.launch.ServiceLauncher;
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
        var all = servers.settings();
        all.put("spring.main.web-application-type", "none");
        all.putAll(settings);
        return new RunningIngest(ServiceLauncher.start(IngestService.SERVICE, all));
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
