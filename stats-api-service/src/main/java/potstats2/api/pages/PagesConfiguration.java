package potstats2.api.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.EncodedResourceResolver;

@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebFluxConfigurer {
    private static final String PAGES = "static/";

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

    /** Resource handlers leave out the root. */
    @Bean
    RouterFunction<ServerResponse> root() {
        var index = new ClassPathResource(PAGES + PageResolver.INDEX);
        return RouterFunctions.route(
                GET("/").and(request -> index.exists()),
                request -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(index));
    }
}
