package potstats2.api.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where every API is.
 *
 * @param apis absolute URLs, as the client reaches this service
 */
public record ApiIndex(List<String> apis) {

    public ApiIndex {
        apis = List.copyOf(apis);
    }

    static ApiIndex of(List<String> names, ServerHttpRequest request) {
        return new ApiIndex(names.stream()
                .sorted()
                .map(name -> UriComponentsBuilder.fromUri(request.getURI())
                        .userInfo(null)
                        .replacePath(request.getPath().contextPath().value() + "/api/" + name)
                        .replaceQuery(null)
                        .fragment(null)
                        .toUriString())
                .toList());
    }
}
