package potstats2.crawler.progress;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import potstats2.crawler.source.RequestKind;

/** What the crawler has done so far, as metrics. */
public final class CrawlMetrics implements MeterBinder {

    private final CrawlStatus status;

    /** Metrics of this crawler. */
    public CrawlMetrics(CrawlStatus status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var kind : RequestKind.values()) {
            FunctionCounter.builder(
                            "potstats2.crawler.read",
                            status,
                            all -> all.requests().readOf(kind))
                    .description("Pages that were read and understood")
                    .baseUnit("pages")
                    .tag("kind", kind.tag())
                    .register(registry);
        }
        Stream.of(RequestKind.values())
                .filter(RequestKind::isOptional)
                .forEach(kind -> Gauge.builder(
                                "potstats2.crawler.left.alone",
                                status,
                                all -> all.leftAlone().contains(kind) ? 1 : 0)
                        .description(
                                "1 while pages that no post depends on are left alone, as one after the other fails")
                        .tag("kind", kind.tag())
                        .register(registry));
        counter(registry, "published", "posts", "Posts published", CrawlStatus::postsInAll);
        counter(
                registry,
                "retried",
                "requests",
                "Requests that failed and were worth repeating",
                all -> all.requests().failedTransiently());
        counter(
                registry,
                "completed",
                "passes",
                "Passes of which everything is published",
                CrawlStatus::passesCompleted);
        counter(registry, "dead.letters", "records", "Pages set aside", CrawlStatus::deadLetters);
        age(registry, "checkpoint.age", "Since a checkpoint was acknowledged", CrawlStatus::sinceCheckpoint);
        age(registry, "pass.age", "Since a pass came to its end", CrawlStatus::sinceCompletedPass);
        flag(registry, "forum.away", "1 while the forum does not answer", CrawlStatus::isForumAway);
        flag(registry, "forum.held", "1 while the forum asked to be left alone", CrawlStatus::isForumHeld);
        flag(registry, "paused", "1 while an operator wants the forum to be left alone", CrawlStatus::isPaused);
    }

    private void flag(MeterRegistry registry, String name, String description, Predicate<CrawlStatus> flag) {
        Gauge.builder("potstats2.crawler." + name, status, all -> flag.test(all) ? 1 : 0)
                .description(description)
                .register(registry);
    }

    private void counter(
            MeterRegistry registry, String name, String unit, String description, ToDoubleFunction<CrawlStatus> value) {
        FunctionCounter.builder("potstats2.crawler." + name, status, value)
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    private void age(MeterRegistry registry, String name, String description, Function<CrawlStatus, Duration> age) {
        TimeGauge.builder(
                        "potstats2.crawler." + name,
                        status,
                        TimeUnit.MILLISECONDS,
                        all -> age.apply(all).toMillis())
                .description(description)
                .register(registry);
    }
}
