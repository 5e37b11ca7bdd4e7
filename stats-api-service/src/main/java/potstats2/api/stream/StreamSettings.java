package potstats2.api.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the live stream.
 *
 * @param history how long events are kept for clients that come back
 * @param historyBytes how much memory they may take at most
 * @param heartbeat time between two comments that keep a silent connection alive
 * @param patience how long a client may leave an event unread before its connection is closed
 * @param clients how many may listen at once
 */
@ConfigurationProperties("potstats2.api.stream")
public record StreamSettings(
        @DefaultValue("30m") Duration history,
        @DefaultValue("8000000") long historyBytes,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("10000") int clients) {

    public StreamSettings {
        requirePositive("history", history.toMillis());
        requirePositive("history-bytes", historyBytes);
        requirePositive("heartbeat", heartbeat.toMillis());
        requirePositive("patience", patience.toMillis());
        requirePositive("clients", clients);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("potstats2.api.stream.%s must be positive".formatted(name));
        }
    }
}
