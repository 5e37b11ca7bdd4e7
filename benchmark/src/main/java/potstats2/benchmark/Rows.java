package potstats2.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import potstats2.benchmark.loops.LoopRow;
import potstats2.benchmark.rows.CachedRow;
import potstats2.benchmark.rows.CrawlRow;
import potstats2.benchmark.rows.FreshnessRow;
import potstats2.benchmark.rows.IngestRow;
import potstats2.benchmark.rows.LoadRow;
import potstats2.benchmark.rows.MemoryRow;
import potstats2.benchmark.rows.RebuildRow;
import potstats2.benchmark.rows.RefreshRow;
import potstats2.benchmark.rows.RequestsRow;
import potstats2.benchmark.rows.Row;
import potstats2.benchmark.rows.SoakRow;
import potstats2.benchmark.rows.StartRow;
import potstats2.benchmark.rows.StreamRow;
import potstats2.benchmark.rows.UncachedRow;

/** All rows, in the order in which they share a system: what changes or ends it comes last. */
final class Rows {
    private final List<Row> all;

    /** @param soak how long the system is soaked */
    Rows(Duration soak) {
        all = Stream.concat(
                        LoopRow.all().stream(),
                        Stream.of(
                                new CrawlRow(),
                                new RequestsRow(),
                                new StartRow(),
                                new FreshnessRow(),
                                new RefreshRow(),
                                new UncachedRow(),
                                new CachedRow(),
                                new LoadRow(),
                                new StreamRow(),
                                new RebuildRow(),
                                new MemoryRow(),
                                new IngestRow(),
                                new SoakRow(soak)))
                .toList();
    }

    List<Row> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(Row::name).toList();
    }

    /** Those rows, or all that are measured when none is named. */
    List<Row> named(List<String> names) {
        return names.isEmpty()
                ? all.stream().filter(Row::isOfAll).toList()
                : all.stream().filter(row -> names.contains(row.name())).toList();
    }
}
