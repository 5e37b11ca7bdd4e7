package potstats2.api.pages;

import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/** Finds a file of the pages; the address of a page is drawn by {@code index.html}, whatever page it is. */
final class PageResolver extends PathResourceResolver {
    static final String INDEX = "index.html";

    /** A file has a dot in its last part, and the service itself answers below these names. */
    private static final Pattern NO_PAGE =
            Pattern.compile("(api|actuator|v3|swagger-ui|webjars|assets)(/.*)?|(.*/)?[^/]*\\.[^/]*");

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
        return super.getResource(NO_PAGE.matcher(path).matches() ? path : INDEX, location);
    }
}
