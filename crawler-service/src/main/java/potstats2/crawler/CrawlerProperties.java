package potstats2.crawler;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import potstats2.events.Ranges;
import potstats2.runtime.settings.HttpAddress;

/**
 * Settings of the crawler.
 *
 * @param name what this crawler calls itself where several run
 * @param source the software that the forum runs
 * @param forumUrl base of the forum's addresses
 * @param profileUrl base of profile addresses; a UID follows
 * @param boards the boards to crawl by BID, or {@code all}
 * @param schedule whether one pass follows the other
 * @param passInterval from the end of a pass to the next
 * @param requestDelay pause after each request
 * @param inFlight requests under way at once; by default 1, or 4 where there is no pause
 * @param requestTimeout how long an answer may take in all
 * @param maxAttempts how often a page is asked for before it is given up
 * @param retryDelay before the second attempt, doubled for each further one
 * @param maxRetryDelay the longest wait before another attempt
 * @param maxPageSize a longer answer is not read
 * @param maxThreadPages where a thread that never ends is cut off
 * @param profileRefresh how old a profile may become
 * @param rereadWindow how long the pages of new posts are read again for edits
 * @param rereadInterval how often such a page is read at most
 * @param rereadShare requests spent on that, as a share of the ordinary ones
 * @param sweepInterval how often a thread is read again as a whole at most
 * @param sweepShare requests spent on that, as a share of the ordinary ones
 * @param replicationFactor of topics that the crawler creates; -1 leaves it to the broker
 */
@ConfigurationProperties("potstats2.crawler")
public record CrawlerProperties(
        @DefaultValue("crawler") String name,
        @DefaultValue("bb") Source source,
        @DefaultValue("https://forum.mods.de/bb/") HttpAddress forumUrl,
        @DefaultValue("http://my.mods.de/") HttpAddress profileUrl,
        @DefaultValue("all") List<String> boards,
        @DefaultValue("CONTINUOUS") Schedule schedule,
        @DefaultValue("30s") Duration passInterval,
        @DefaultValue("100ms") Duration requestDelay,
        @Nullable Integer inFlight,
        @DefaultValue("30s") Duration requestTimeout,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("500ms") Duration retryDelay,
        @DefaultValue("1m") Duration maxRetryDelay,
        @DefaultValue("16MB") DataSize maxPageSize,
        @DefaultValue("20000") int maxThreadPages,
        @DefaultValue("30d") Duration profileRefresh,
        @DefaultValue("24h") Duration rereadWindow,
        @DefaultValue("15m") Duration rereadInterval,
        @DefaultValue("0.1") double rereadShare,
        @DefaultValue("30d") Duration sweepInterval,
        @DefaultValue("0.05") double sweepShare,
        @DefaultValue("-1") short replicationFactor) {

    private static final Pattern BID = Pattern.compile("[1-9]\\d{0,17}");
    private static final String ALL = "all";

    /** The kinds of forum that can be crawled. */
    public enum Source {
        /** The one of forum.mods.de. */
        BB
    }

    /** How passes follow each other. */
    public enum Schedule {
        /** A pass, a pause, the next pass. */
        CONTINUOUS,
        /** One pass, then nothing more. */
        ONCE
    }

    public CrawlerProperties {
        boards = List.copyOf(boards);
        for (var board : boards) {
            require(board.equals(ALL) || BID.matcher(board).matches(), "boards", board, "a BID, or all");
        }
        requireNotNegative("pass-interval", passInterval);
        requireNotNegative("request-delay", requestDelay);
        require(inFlight == null || (inFlight > 0 && inFlight <= 64), "in-flight", inFlight, "between 1 and 64");
        requirePositive("request-timeout", requestTimeout);
        require(maxAttempts > 0, "max-attempts", maxAttempts, "positive");
        requirePositive("retry-delay", retryDelay);
        requirePositive("max-retry-delay", maxRetryDelay);
        var size = maxPageSize.toBytes();
        require(size > 0 && size <= 256 * 1024 * 1024, "max-page-size", maxPageSize, "between 1B and 256MB");
        require(Ranges.isPage(maxThreadPages), "max-thread-pages", maxThreadPages, "between 1 and " + Ranges.MAX_PAGE);
        requireNotNegative("profile-refresh", profileRefresh);
        requireNotNegative("reread-window", rereadWindow);
        requireNotNegative("reread-interval", rereadInterval);
        require(rereadShare >= 0 && rereadShare <= 10, "reread-share", rereadShare, "between 0 and 10");
        requireNotNegative("sweep-interval", sweepInterval);
        require(sweepShare >= 0 && sweepShare <= 10, "sweep-share", sweepShare, "between 0 and 10");
        require(
                replicationFactor == -1 || replicationFactor > 0,
                "replication-factor",
                replicationFactor,
                "positive, or -1");
    }

    /** Whether a board is to be crawled. */
    public boolean wants(long bid) {
        return boards.isEmpty() || boards.contains(ALL) || chosenBoards().contains(bid);
    }

    private Set<Long> chosenBoards() {
        return boards.stream()
                .filter(board -> !board.equals(ALL))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Requests under way at once. */
    public int requestsInFlight() {
        return inFlight != null ? inFlight : requestDelay.isZero() ? 4 : 1;
    }

    private static void requirePositive(String setting, Duration value) {
        require(!value.isNegative() && !value.isZero(), setting, value, "positive");
    }

    private static void requireNotNegative(String setting, Duration value) {
        require(!value.isNegative(), setting, value, "not negative");
    }

    private static void require(boolean fulfilled, String setting, @Nullable Object value, String expected) {
        if (!fulfilled) {
            throw new IllegalArgumentException(
                    "potstats2.crawler." + setting + ": \"" + value + "\" must be " + expected);
        }
    }
}
