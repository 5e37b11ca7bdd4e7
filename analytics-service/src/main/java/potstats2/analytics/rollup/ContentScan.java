package potstats2.analytics.rollup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import potstats2.bbcode.Link;
import potstats2.bbcode.PostContent;

/** Reads the contents of posts and writes whom they quote and what they link to into two tables. */
final class ContentScan {

    private static final int POSTS_FETCHED = 500;
    private static final int ROWS_WRITTEN = 10_000;
    private static final int TOLD_EVERY = 10_000;

    private final DataSource dataSource;
    private final JdbcTemplate reading;
    private final JdbcTemplate writing;
    private final String quotesTable;
    private final String linksTable;
    private final List<QuoteEdge> quotes = new ArrayList<>();
    private final List<LinkEdge> links = new ArrayList<>();

    /**
     * @param quotesTable with the columns of {@code stats.quote_edges}
     * @param linksTable with the columns of {@code stats.link_edges}
     */
    ContentScan(JdbcTemplate jdbc, String quotesTable, String linksTable) {
        writing = jdbc;
        dataSource = Objects.requireNonNull(jdbc.getDataSource());
        reading = new JdbcTemplate(dataSource);
        reading.setFetchSize(POSTS_FETCHED);
        this.quotesTable = quotesTable;
        this.linksTable = linksTable;
    }

    private record QuoteEdge(long pid, long quotedPid, int count) {}

    private record LinkEdge(long pid, int count, String type, String domain) {}

    private record Target(String type, String domain) {}

    /**
     * Scans posts, some hundred at a time. Must run in a transaction, or the driver reads all of them at once.
     *
     * @param posts a query for PIDs and contents
     */
    void run(String posts) {
        reading.query(posts, row -> {
            scan(row.getLong(1), PostContent.read(row.getString(2)));
        });
        write();
    }

    /**
     * Scans all posts as the current transaction sees them, while others are being read.
     *
     * @param progress told now and then how many posts were scanned
     */
    void runOnAll(LongConsumer progress) {
        var snapshot = writing.queryForObject("SELECT pg_export_snapshot()", String.class);
        var ahead = Executors.newSingleThreadExecutor();
        try (var reader = new ContentReader(dataSource, Objects.requireNonNull(snapshot))) {
            var scanned = 0L;
            var next = ahead.submit(reader::next);
            for (var contents = next.get(); !contents.isEmpty(); contents = next.get()) {
                next = ahead.submit(reader::next);
                contents.forEach(content -> scan(content.pid(), PostContent.read(content.text())));
                scanned += contents.size();
                if (scanned % TOLD_EVERY == 0) {
                    progress.accept(scanned);
                }
            }
            write();
        } catch (SQLException | ExecutionException e) {
            throw new DataAccessResourceFailureException("The posts cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the posts were read", e);
        } finally {
            ahead.shutdownNow();
        }
    }

    private void scan(long pid, PostContent content) {
        counted(content.quotedPids(), quoted -> quoted)
                .forEach((quoted, count) -> quotes.add(new QuoteEdge(pid, quoted, count)));
        counted(content.links(), ContentScan::target)
                .forEach((target, count) -> links.add(new LinkEdge(pid, count, target.type(), target.domain())));
        if (quotes.size() + links.size() >= ROWS_WRITTEN) {
            write();
        }
    }

    private static Target target(Link link) {
        return new Target(link.type().toString(), link.domain());
    }

    private static <T, K> Map<K, Integer> counted(List<T> found, Function<T, K> key) {
        return found.stream().collect(Collectors.groupingBy(key, Collectors.summingInt(any -> 1)));
    }

    private void write() {
        if (!quotes.isEmpty()) {
            writing.update(
                    "INSERT INTO %s (pid, quoted_pid, count) SELECT * FROM unnest(?, ?, ?)".formatted(quotesTable),
                    quotes.stream().mapToLong(QuoteEdge::pid).toArray(),
                    quotes.stream().mapToLong(QuoteEdge::quotedPid).toArray(),
                    quotes.stream().mapToInt(QuoteEdge::count).toArray());
            quotes.clear();
        }
        if (!links.isEmpty()) {
            writing.update(
                    "INSERT INTO %s (pid, count, type, domain) SELECT * FROM unnest(?, ?, ?, ?)".formatted(linksTable),
                    links.stream().mapToLong(LinkEdge::pid).toArray(),
                    links.stream().mapToInt(LinkEdge::count).toArray(),
                    links.stream().map(LinkEdge::type).toArray(String[]::new),
                    links.stream().map(LinkEdge::domain).toArray(String[]::new));
            links.clear();
        }
    }
}
