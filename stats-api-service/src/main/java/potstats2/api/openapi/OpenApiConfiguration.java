package potstats2.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.webflux.core.configuration.SpringDocWebFluxConfiguration;
import org.springdoc.webflux.ui.SwaggerConfig;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import potstats2.api.web.Api;

@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocSpecPropertiesConfiguration.class,
    SpringDocWebFluxConfiguration.class,
    SwaggerConfig.class,
    SwaggerUiConfigProperties.class,
    SwaggerUiOAuthProperties.class
})
class OpenApiConfiguration {

    /** Without the software's version: the document says what can be asked, whatever build answers. */
    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("potstats2")
                        .description("Statistics of a discussion forum")
                        .version("1"))
                .servers(List.of(new Server().url("/")));
    }

    /** When the document is first asked for. */
    @Bean
    OpenApiCustomizer apiPaths(List<Api> apis) {
        return document -> new ApiDescription(apis, new ApiTexts()).addTo(document);
    }
}
