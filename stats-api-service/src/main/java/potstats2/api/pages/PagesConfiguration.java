package potstats2.api.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.server.MethodNotAllowedException;
import potstats2.api.ApiSettings;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebFluxConfigurer {
    private static final String PAGES = "static/";
    private static final List<HttpMethod> READ = List.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The names of these change with their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/" + PAGES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        // No cache of what was found: addresses of pages are without number.
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/" + PAGES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PageResolver());
    }

    /** Served without the pages, too: the answers are as public. */
    @Bean
    RouterFunction<ServerResponse> robots(ApiSettings settings) {
        var rules = "User-agent: *\nDisallow:%s\n".formatted(settings.robotsAllowed() ? "" : " /");
        return RouterFunctions.route(
                path("/robots.txt"),
                read(() -> ServerResponse.ok().contentType(MediaType.TEXT_PLAIN).bodyValue(rules)));
    }

    /** Resource handlers leave out the root. */
    @Bean
    RouterFunction<ServerResponse> root() {
        var index = new ClassPathResource(PAGES + PageResolver.INDEX);
        return RouterFunctions.route(
                path("/").and(request -> index.exists()),
                read(() -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(index)));
    }

    private static HandlerFunction<ServerResponse> read(Supplier<Mono<ServerResponse>> answer) {
        return request -> READ.contains(request.method())
                ? answer.get()
                : Mono.error(new MethodNotAllowedException(request.method(), READ));
    }
}
