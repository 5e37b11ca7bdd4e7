package potstats2.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the API.
 *
 * @param queryTimeout how long the database may compute one answer, at least a millisecond
 * @param kafkaTimeout how long a status answer waits for Kafka, at least a millisecond
 * @param robotsAllowed whether search engines may read the pages and answers: people's habits are in them
 */
@ConfigurationProperties("potstats2.api")
public record ApiSettings(
        @DefaultValue("5s") Duration queryTimeout,
        @DefaultValue("2s") Duration kafkaTimeout,
        @DefaultValue("false") boolean robotsAllowed) {

    public ApiSettings {
        requirePositive("query-timeout", queryTimeout);
        requirePositive("kafka-timeout", kafkaTimeout);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "potstats2.api.%s must be at least 1ms, but is %s".formatted(name, value));
        }
    }
}
