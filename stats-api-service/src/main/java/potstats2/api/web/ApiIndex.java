package potstats2.api.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where every API is.
 *
 * @param apis absolute URLs, as the client reaches this service
 * @param timeZone whose years, days and hours the numbers are of, a name such as {@code Europe/Berlin}
 */
public record ApiIndex(
        List<String> apis, @JsonProperty("time_zone") String timeZone) {

    public ApiIndex {
        apis = List.copyOf(apis);
    }

    static ApiIndex of(List<String> names, String timeZone, ServerHttpRequest request) {
        var apis = names.stream()
                .sorted()
                .map(name -> UriComponentsBuilder.fromUri(request.getURI())
                        .userInfo(null)
                        .replacePath(request.getPath().contextPath().value() + "/api/" + name)
                        .replaceQuery(null)
                        .fragment(null)
                        .toUriString())
                .toList();
        return new ApiIndex(apis, timeZone);
    }
}
