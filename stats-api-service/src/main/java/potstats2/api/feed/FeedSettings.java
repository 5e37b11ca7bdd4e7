package potstats2.api.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the news.
 *
 * @param history how old the news are that are read at the start, at least 0
 */
@ConfigurationProperties("potstats2.api.feed")
public record FeedSettings(@DefaultValue("30m") Duration history) {

    public FeedSettings {
        if (history.isNegative()) {
            throw new IllegalArgumentException("potstats2.api.feed.history must not be negative, but is " + history);
        }
    }
}
