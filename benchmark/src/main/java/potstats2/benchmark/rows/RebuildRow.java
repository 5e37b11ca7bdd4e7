package potstats2.benchmark.rows;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import potstats2.benchmark.report.Goal;
import potstats2.benchmark.report.Measured;
import potstats2.benchmark.report.Samples;
import potstats2.benchmark.system.Child;
import potstats2.benchmark.system.Database;
import potstats2.benchmark.system.Laboratory;
import potstats2.servers.PostgresAddress;
import potstats2.standalone.command.Potstats;

/** All statistics computed anew from the posts, by the command. */
public final class RebuildRow implements Row {
    private static final double GOAL_SECONDS = 30;
    private static final double GOAL_POSTS = 2_000_000;
    /** What few posts take is the start. */
    private static final double LEAST_GOAL_SECONDS = 1;

    private static final double ORIGINAL_POSTS_PER_SECOND = 2_000_000 / 158.0;
    private static final Pattern SECONDS = Pattern.compile("Rebuilt in ([0-9.]+) s");
    private static final int MANY_POSTS = 500_000;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String about() {
        return "./potstats rebuild, every content scanned again";
    }

    @Override
    public List<Measured> measure(Laboratory laboratory) throws Exception {
        var system = laboratory.system();
        system.pauseCrawler();
        system.awaitQuiet();
        var address = system.servers().postgres();
        var rebuilt = new ArrayList<Double>();
        var read = new ArrayList<Double>();
        for (var run = 0; run < (laboratory.posts() > MANY_POSTS ? 2 : 3); run++) {
            read.add(readAll(address));
            rebuilt.add(rebuild(address, laboratory));
            laboratory.progress().say("rebuild: %.1f s", rebuilt.get(run));
        }
        system.resumeCrawler();
        var ours = new Samples(rebuilt);
        var limit = new Samples(read);
        var goal = Math.max(LEAST_GOAL_SECONDS, GOAL_SECONDS * laboratory.posts() / GOAL_POSTS);
        return List.of(Measured.of("rebuild", ours.median(), "s")
                .beside("every content read once over one connection", limit.median())
                .expecting(Goal.atMost(goal))
                .noting(
                        "as the command says it; the goal is 30 s at 2,000,000 posts, as much per post"
                                + " here, yet no less than a second; the original would need %.1f s; %s",
                        laboratory.posts() / ORIGINAL_POSTS_PER_SECOND, ours.spread()));
    }

    private static double rebuild(PostgresAddress address, Laboratory laboratory) throws Exception {
        var url = "postgresql://%s:%s@%s:%s/%s"
                .formatted(address.user(), address.password(), address.host(), address.port(), address.database());
        var command = Child.java(
                List.of("-XX:+UseParallelGC"), Potstats.class.getName(), List.of("rebuild", "--postgres", url));
        try (var child = Child.start("rebuild", laboratory.directory("rebuild"), Map.of(), command)) {
            if (child.await(TIMEOUT) != 0) {
                throw new IllegalStateException("the rebuild failed: " + child.output());
            }
            return seconds(child.output());
        }
    }

    private static double seconds(String output) {
        var seconds = SECONDS.matcher(output);
        if (!seconds.find()) {
            throw new IllegalStateException("the rebuild does not say how long it took: " + output);
        }
        return Double.parseDouble(seconds.group(1));
    }

    private static double readAll(PostgresAddress address) throws SQLException, IOException {
        try (var database = new Database(address)) {
            var began = System.nanoTime();
            database.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT pid, content FROM forum.posts) TO STDOUT", OutputStream.nullOutputStream());
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
