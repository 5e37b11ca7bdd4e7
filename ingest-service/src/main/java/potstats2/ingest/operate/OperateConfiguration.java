package potstats2.ingest.operate;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.ingest.IngestProperties;
import potstats2.ingest.tables.ForumTables;
import potstats2.runtime.operations.OperationsGuard;
import potstats2.runtime.operations.OperationsSettings;

/** Puts the operations behind their guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperateConfiguration {

    @Bean
    RouterFunction<ServerResponse> operations(
            ForumTables tables,
            Admin admin,
            DeadLetterBox deadLetters,
            KafkaAdmin connection,
            IngestProperties ingest,
            OperationsSettings settings) {
        var replay = new Replay(tables, admin);
        var dumps = new DumpTransfer(connection.getConfigurationProperties(), ingest.uploadDirectory());
        return new Operations(replay, deadLetters, dumps, tables).routes(new OperationsGuard(settings));
    }

    @Bean
    DeadLetterBox deadLetterBox(
            Admin admin, KafkaTemplate<byte[], byte[]> kafka, ConsumerFactory<byte[], byte[]> consumers) {
        return new DeadLetterBox(admin, kafka, consumers);
    }

    @Bean
    DeadLetterTidying deadLetterTidying(DeadLetterBox deadLetters) {
        return new DeadLetterTidying(deadLetters);
    }

    /** Its own: closing this context must not end the threads of another one in the same process. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // The web server has ended its requests by then.
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }
}
