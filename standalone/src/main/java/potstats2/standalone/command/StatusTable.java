package potstats2.standalone.command;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import potstats2.standalone.progress.ProgressText;
import potstats2.standalone.progress.Status;

/** A status for people. */
final class StatusTable {
    private final StringJoiner lines = new StringJoiner(System.lineSeparator());

    private StatusTable() {}

    static String of(Status status) {
        var table = new StatusTable();
        table.row("posts", status.posts());
        table.row("threads", status.threads());
        table.row("boards", status.boards());
        table.row("users", status.users());
        var lag = status.lag();
        table.row("to ingest", lag == null ? null : lag.ingest());
        table.row("to analyse", lag == null ? null : lag.analytics());
        table.row("set aside", status.deadLetters());
        table.row("crawler", crawler(status.crawl()));
        if (status.crawl() != null && status.crawl().leftAlone() != null) {
            table.row("left alone", String.join(", ", status.crawl().leftAlone()));
        }
        return table.lines.toString();
    }

    private void row(String name, @Nullable Long number) {
        row(name, number == null ? "unknown" : String.format(Locale.ROOT, "%,d", number));
    }

    private void row(String name, String value) {
        lines.add(String.format(Locale.ROOT, "%-11s %15s", name, value));
    }

    private static String crawler(Status.@Nullable Crawl crawl) {
        if (crawl == null) {
            return "unknown";
        }
        var state = ProgressText.state(crawl.state(), crawl.pausedSince(), crawl.pausedUntil());
        var posts = crawl.posts();
        return posts == null || posts.total() == 0
                ? state
                : state + ", posts: " + ProgressText.done(posts.done(), posts.total(), crawl.secondsLeft())
                        + left(crawl.secondsLeft());
    }

    private static String left(@Nullable Long seconds) {
        return seconds == null ? "" : ", " + ProgressText.duration(seconds) + " left";
    }
}
