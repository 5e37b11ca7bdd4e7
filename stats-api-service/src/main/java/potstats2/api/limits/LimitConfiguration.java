package potstats2.api.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** Spring asks for it by this name. */
    @Bean
    ForwardedHeaderTransformer forwardedHeaderTransformer(LimitSettings settings) {
        return new ForwardedClients(
                settings.trustedProxies().stream().map(Network::of).toList());
    }

    /** After what adds headers to every answer. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    WebFilter limits(LimitSettings settings) {
        return new Limits(settings);
    }
}
