package potstats2.analytics.operate;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import potstats2.analytics.rollup.RollupRebuild;
import potstats2.runtime.operations.OperationsGuard;
import potstats2.runtime.operations.OperationsSettings;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The operations under {@code /actuator}, beside what Spring has there, behind their guard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsSettings.class)
class OperateConfiguration {
    /** A reader may hold the tables in another order than they are emptied. */
    private static final int ATTEMPTS = 5;

    @Bean
    RouterFunction<ServerResponse> operations(DataSource dataSource, OperationsSettings settings) {
        var rebuild = new RollupRebuild(dataSource);
        return RouterFunctions.route()
                .POST("/actuator/rebuild", request -> answer(() -> Map.of("different", rebuild.run())))
                .POST(
                        "/actuator/reset",
                        request -> answer(() -> {
                            rebuild.runFromNothing();
                            return Map.of("emptied", "stats");
                        }))
                .filter(new OperationsGuard(settings))
                .build();
    }

    private static Mono<ServerResponse> answer(Supplier<Map<String, ?>> operation) {
        return Mono.fromSupplier(operation)
                .retryWhen(Retry.max(ATTEMPTS))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> ServerResponse.ok().bodyValue(answer));
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
