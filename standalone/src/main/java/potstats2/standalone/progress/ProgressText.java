package potstats2.standalone.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;

/** Words for what the system is doing. */
public final class ProgressText {
    private ProgressText() {}

    /** E.g. {@code crawling: boards 3/12, threads 120/662, posts 3,400/20,000, 870 posts/s, 1 min 20 s left}. */
    static String of(@Nullable CrawlProgressed crawl) {
        if (crawl == null) {
            return "waiting for the crawler";
        }
        var parts = new ArrayList<String>();
        addTo(parts, "boards", crawl.boards());
        addTo(parts, "threads", crawl.threads());
        var posts = crawl.posts();
        if (posts.total() > 0) {
            parts.add("posts " + done(posts.done(), posts.total(), crawl.secondsLeft()));
        }
        if (crawl.state() == CrawlProgressed.State.CRAWLING) {
            parts.add(String.format(Locale.ROOT, "%,.0f posts/s", crawl.postsPerSecond()));
            if (crawl.secondsLeft() != null) {
                parts.add(duration(crawl.secondsLeft()) + " left");
            }
        }
        var state = state(crawl.state().name().toLowerCase(Locale.ROOT), crawl.pausedSince(), crawl.pausedUntil());
        return parts.isEmpty() ? state : state + ": " + String.join(", ", parts);
    }

    /** E.g. {@code paused since 2026-01-02T03:04:05Z}, {@code paused until 2026-01-02T05:00:00Z as the forum asks}. */
    public static String state(String state, @Nullable Instant since, @Nullable Instant until) {
        return state
                + (since == null ? "" : " since " + since.truncatedTo(ChronoUnit.SECONDS))
                + (until == null ? "" : " until " + until.truncatedTo(ChronoUnit.SECONDS) + " as the forum asks");
    }

    /**
     * E.g. {@code 3,400/20,000}; {@code 3,400 of about 20,000 by the forum's count} while nothing else is known.
     *
     * @param secondsLeft absent while there is no ground for an estimate
     */
    public static String done(long done, long total, @Nullable Long secondsLeft) {
        if (done >= total) {
            return number(done);
        }
        return String.format(
                Locale.ROOT, secondsLeft == null ? "%,d of about %,d by the forum's count" : "%,d/%,d", done, total);
    }

    private static void addTo(List<String> parts, String what, Progress progress) {
        if (progress.total() > 0) {
            parts.add(String.format(Locale.ROOT, "%s %,d/%,d", what, progress.done(), progress.total()));
        }
    }

    /** E.g. {@code in the statistics: 3,380 posts of 211 users, 40 records to go}. */
    static String of(Status status) {
        var text = new StringBuilder("in the statistics: ")
                .append(number(status.posts()))
                .append(" posts in ")
                .append(number(status.threads()))
                .append(" threads by ")
                .append(number(status.users()))
                .append(" users");
        var lag = status.lag();
        if (lag != null && lag.ingest() + lag.analytics() > 0) {
            var records = lag.ingest() + lag.analytics();
            text.append(
                    String.format(Locale.ROOT, records == 1 ? ", %,d record to go" : ", %,d records to go", records));
        }
        if (status.deadLetters() != null && status.deadLetters() > 0) {
            text.append(String.format(Locale.ROOT, ", %,d set aside", status.deadLetters()));
        }
        return text.toString();
    }

    static String number(@Nullable Long number) {
        return number == null ? "?" : String.format(Locale.ROOT, "%,d", number);
    }

    /** The two largest units: {@code 2 h 5 min}, {@code 1 min 20 s}, {@code 7 s}. */
    public static String duration(long seconds) {
        var duration = Duration.ofSeconds(seconds);
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : seconds + " s";
    }
}
