package potstats2.runtime.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may operate a running service.
 *
 * @param token what a request has to bring along; absent: operations are refused
 */
@ConfigurationProperties("potstats2.operations")
public record OperationsSettings(@Nullable String token) {
    private static final int SHORTEST_TOKEN = 16;

    public OperationsSettings {
        // As a variable that is passed on to a container without having been set.
        token = token == null || token.isEmpty() ? null : token;
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "potstats2.operations.token must have at least " + SHORTEST_TOKEN + " characters");
        }
    }

    @Override
    public String toString() {
        return "OperationsSettings[token=" + (token == null ? "none" : "…") + "]";
    }
}
