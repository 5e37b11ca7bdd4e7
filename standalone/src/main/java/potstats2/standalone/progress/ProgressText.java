package potstats2.standalone.progress;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import potstats2.events.CrawlProgressed;
import potstats2.events.CrawlProgressed.Progress;

/** Words for what the system is doing. */
final class ProgressText {
    private ProgressText() {}

    /** E.g. {@code crawling: boards 3/12, threads 120/662, posts 3,400/20,000, 870 posts/s, 1 min 20 s left}. */
    static String of(@Nullable CrawlProgressed crawl) {
        if (crawl == null) {
            return "waiting for the crawler";
        }
        var text = new StringBuilder(crawl.state().name().toLowerCase(Locale.ROOT))
                .append(": boards ")
                .append(of(crawl.boards()))
                .append(", threads ")
                .append(of(crawl.threads()))
                .append(", posts ")
                .append(of(crawl.posts()));
        if (crawl.state() == CrawlProgressed.State.CRAWLING) {
            text.append(String.format(Locale.ROOT, ", %,.0f posts/s", crawl.postsPerSecond()));
            if (crawl.secondsLeft() != null) {
                text.append(", ").append(duration(crawl.secondsLeft())).append(" left");
            }
        }
        return text.toString();
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
    static String duration(long seconds) {
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

    private static String of(Progress progress) {
        return String.format(Locale.ROOT, "%,d/%,d", progress.done(), progress.total());
    }
}
