package potstats2.api.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import potstats2.api.web.Api;

@Configuration(proxyBeanMethods = false)
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
