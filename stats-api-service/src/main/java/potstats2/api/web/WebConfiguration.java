package potstats2.api.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.WebHandler;
import potstats2.api.request.Arguments;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    HandlerMapping apiMapping(List<Api> apis, JsonMapper json) {
        var names = apis.stream().map(Api::name).toList();
        var handlers = new HashMap<String, WebHandler>();
        handlers.put("/api/", new ApiHandler(json, exchange -> Mono.just(ApiIndex.of(names, exchange.getRequest()))));
        for (var api : apis) {
            handlers.put(
                    "/api/" + api.name(),
                    new ApiHandler(
                            json,
                            exchange -> api.answer(
                                    Arguments.read(exchange.getRequest().getQueryParams(), api.parameters()))));
        }
        return new SimpleUrlHandlerMapping(handlers, 0);
    }

    /** Pages from anywhere may read the answers, and do nothing else. */
    @Bean
    CorsWebFilter crossOrigin() {
        var cors = new CorsConfiguration();
        cors.addAllowedOrigin(CorsConfiguration.ALL);
        cors.addAllowedMethod(HttpMethod.GET);
        cors.setAllowedHeaders(List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.CACHE_CONTROL, "Last-Event-ID"));
        cors.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(Duration.ofDays(1));
        var paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/api/**", cors);
        return new CorsWebFilter(paths);
    }
}
