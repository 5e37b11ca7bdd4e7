package potstats2.api.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what one client may ask.
 *
 * @param requestsPerSecond of one address, for as long as it likes; 0 for no limit
 * @param burst how many requests an address that was silent may send at once
 * @param queryLength characters of a query string; names may be long
 * @param trustedProxies addresses or networks such as {@code 10.0.0.0/8} whose {@code X-Forwarded-…} headers are true
 */
@ConfigurationProperties("potstats2.api.limits")
public record LimitSettings(
        @DefaultValue("100") double requestsPerSecond,
        @DefaultValue("200") int burst,
        @DefaultValue("60000") int queryLength,
        @DefaultValue List<String> trustedProxies) {

    public LimitSettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (requestsPerSecond < 0 || !Double.isFinite(requestsPerSecond)) {
            throw new IllegalArgumentException("potstats2.api.limits.requests-per-second must not be negative");
        }
        requirePositive("burst", burst);
        requirePositive("query-length", queryLength);
        trustedProxies.forEach(Network::of);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("potstats2.api.limits.%s must be positive".formatted(name));
        }
    }
}
