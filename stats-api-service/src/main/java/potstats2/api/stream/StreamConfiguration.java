package potstats2.api.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {

    @Bean
    EventStream eventStream(StreamSettings settings, MeterRegistry meters) {
        var stream = new EventStream(settings, Clock.systemUTC());
        Gauge.builder("potstats2.api.stream.clients", stream, EventStream::clients)
                .description("Clients that listen to the live stream")
                .register(meters);
        return stream;
    }

    @Bean
    HandlerMapping streamMapping(EventStream stream) {
        return new SimpleUrlHandlerMapping(Map.of("/api/stream", new StreamHandler(stream)), 0);
    }
}
