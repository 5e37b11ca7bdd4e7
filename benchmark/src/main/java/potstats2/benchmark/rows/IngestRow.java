package potstats2.benchmark.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Await;
import potstats2.benchmark.system.Database;
import potstats2.benchmark.system.ForumSystem;
import potstats2.benchmark.system.Laboratory;
import potstats2.benchmark.system.Progress;
import potstats2.servers.PostgresAddress;

/** The topics written to empty tables by the service, and the same rows copied to the same tables by PostgreSQL. */
public final class IngestRow implements Row {
    private static final List<String> TABLES =
            List.of("boards", "threads", "posts", "post_removals", "profiles", "user_names", "users");
    private static final String DATABASE = "ingest";
    private static final String COPY = "copied";
    private static final int RUNS = 3;
    /** So many posts are read before anything is measured; with more, the start does not matter. */
    private static final long WARM = 200_000;

    private static final Duration POLL = Duration.ofMillis(5);
    private static final double LEAST_POSTS_PER_SECOND = 1_000;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "topics to tables, beside COPY of the same rows over one connection";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        for (var service : List.of(ForumSystem.CRAWLER, ForumSystem.ANALYTICS, ForumSystem.API, ForumSystem.INGEST)) {
            system.stop(service);
        }
        var records = count(system.servers().postgres(), "SELECT sum(next_offset)::bigint FROM forum.positions");
        var posts = count(system.servers().postgres(), "SELECT count(*) FROM forum.posts");
        var target = newDatabase(system.servers().postgres());
        var ingested = ingest(system, target, records, posts, laboratory.progress());
        var copied = new ArrayList<Double>();
        for (var run = 0; run < ingested.size(); run++) {
            copied.add(copy(target, laboratory));
        }
        laboratory.closeSystem(); // its services are stopped
        var times = new Samples(ingested);
        return List.of(Measured.of("ingest", posts / times.median(), "posts/s")
                .beside("COPY", posts / new Samples(copied).median())
                .expecting(Goal.shareAtLeast(0.5))
                .noting("%,d records with %,d posts into empty tables; %s s", records, posts, times.spread()));
    }

    private static long count(PostgresAddress address, String sql) throws SQLException {
        try (var database = new Database(address)) {
            return database.number(sql);
        }
    }

    private static PostgresAddress newDatabase(PostgresAddress server) throws SQLException {
        try (var database = new Database(server)) {
            database.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
            database.execute("CREATE DATABASE " + DATABASE);
            database.execute("CHECKPOINT");
        }
        return server.withDatabase(DATABASE);
    }

    /** Seconds for all records, each time into empty tables. */
    private static List<Double> ingest(
            ForumSystem system, PostgresAddress target, long records, long posts, Progress progress)
            throws IOException, SQLException, TimeoutException {
        var seconds = new ArrayList<Double>();
        try (var database = new Database(target);
                var service = system.start(ForumSystem.INGEST, target)) {
            service.awaitReady();
            var warmUps = WARM / posts;
            for (var run = 0; run < warmUps + (warmUps == 0 ? 1 : RUNS); run++) {
                if (run > 0) {
                    ForumSystem.resetDatabase(service);
                    database.execute("CHECKPOINT");
                }
                var some = seconds(database, records);
                if (run >= warmUps) {
                    seconds.add(some);
                    progress.say("ingest: %,d records in %.1f s", records, some);
                }
            }
        }
        return seconds;
    }

    /** The first batch only starts the clock. */
    private static double seconds(Database database, long records) throws TimeoutException {
        var patience = Duration.ofSeconds(60 + (long) (records / LEAST_POSTS_PER_SECOND));
        Await.until("the first batch", patience, POLL, () -> stored(database) > 0);
        var began = System.nanoTime();
        var before = stored(database);
        Await.until("all batches", patience, POLL, () -> stored(database) >= records);
        if (before >= records) {
            throw new IllegalStateException("there are too few records to measure");
        }
        return (System.nanoTime() - began) / 1e9 * records / (records - before);
    }

    private static long stored(Database database) {
        try {
            return database.number("SELECT coalesce(sum(next_offset), 0)::bigint FROM forum.positions");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double copy(PostgresAddress target, Laboratory laboratory) throws SQLException, IOException {
        var files = laboratory.directory("copy");
        try (var database = new Database(target)) {
            database.execute("DROP SCHEMA IF EXISTS %1$s CASCADE; CREATE SCHEMA %1$s".formatted(COPY));
            for (var table : TABLES) {
                database.execute("CREATE TABLE %s.%s (LIKE forum.%s INCLUDING ALL)".formatted(COPY, table, table));
                try (var out = Files.newOutputStream(files.resolve(table))) {
                    copies(database).copyOut("COPY forum." + table + " TO STDOUT", out);
                }
            }
            return copy(database, files);
        } finally {
            Laboratory.delete(files);
        }
    }

    private static double copy(Database database, Path files) throws SQLException, IOException {
        database.execute("CHECKPOINT");
        var began = System.nanoTime();
        for (var table : TABLES) {
            try (InputStream in = Files.newInputStream(files.resolve(table))) {
                copies(database).copyIn("COPY " + COPY + "." + table + " FROM STDIN", in, 1 << 16);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static CopyManager copies(Database database) throws SQLException {
        return database.connection().unwrap(PGConnection.class).getCopyAPI();
    }
}
