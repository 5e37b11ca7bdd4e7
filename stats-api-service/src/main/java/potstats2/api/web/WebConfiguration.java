package potstats2.api.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import potstats2.api.ApiSettings;
import potstats2.api.cache.AnswerCache;
import potstats2.api.cache.Counters;
import potstats2.runtime.settings.SharedSettings;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /** How long an answer may wait for a connection, and its query for an answer that got lost. */
    private static final Duration BESIDES_THE_QUERY = Duration.ofSeconds(4);

    /** Before the mappings that operators and documentation need: each of them costs a request some time. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    HandlerMapping apiMapping(
            List<Api> apis,
            AnswerCache cache,
            Counters counters,
            AnswerWriter writer,
            ApiSettings settings,
            SharedSettings shared) {
        var timeout = settings.queryTimeout().plus(BESIDES_THE_QUERY);
        var handlers = new HashMap<String, WebHandler>();
        // Before the first numbers, the one that is configured.
        Supplier<String> timeZone = () -> cache.timeZone().orElse(shared.timeZone());
        handlers.put("/api/", new IndexHandler(apis.stream().map(Api::name).toList(), timeZone, writer));
        for (var api : apis) {
            handlers.put("/api/" + api.name(), new ApiHandler(api, cache, writer, counters.of(api.name()), timeout));
        }
        return new SimpleUrlHandlerMapping(handlers, FIRST);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter crossOrigin() {
        return new CrossOrigin();
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> earlyErrors() {
        return factory -> factory.addServerCustomizers(EarlyErrors::addTo);
    }
}
