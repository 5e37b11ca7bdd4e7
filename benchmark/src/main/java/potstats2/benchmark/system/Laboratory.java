package potstats2.benchmark.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import potstats2.simulator.ForumSimulator;
import potstats2.simulator.SimulatorOptions;

/** Where measurements are made: a directory for the time, and one filled system that they share. */
public final class Laboratory implements AutoCloseable {
    private static final double LEAST_POSTS_PER_SECOND = 500;
    private static final Duration START = Duration.ofMinutes(2);

    private final int posts;
    private final Repository repository;
    private final Progress progress;
    private final Path directory;
    private final Map<String, Object> results = new HashMap<>();
    private @Nullable ForumSystem system;
    private int systemPosts;
    private int directories;

    public Laboratory(int posts, Repository repository, Progress progress) throws IOException {
        this.posts = posts;
        this.repository = repository;
        this.progress = progress;
        directory = Files.createTempDirectory("potstats2-benchmark-");
    }

    /** How many posts the forum has. */
    public int posts() {
        return posts;
    }

    /** How many a forum of a tenth of the size has. */
    public int tenth() {
        return Math.max(1, posts / 10);
    }

    public Repository repository() {
        return repository;
    }

    public Progress progress() {
        return progress;
    }

    /** A new directory, which stays until {@link #delete} or the end. */
    public synchronized Path directory(String purpose) throws IOException {
        return Files.createDirectory(directory.resolve(++directories + "-" + purpose));
    }

    /** The system in which all posts of the forum are counted. */
    public ForumSystem system() throws IOException, TimeoutException {
        return systemOf(posts);
    }

    /** The same of another size: there is one at a time. */
    public synchronized ForumSystem systemOf(int size) throws IOException, TimeoutException {
        var present = system;
        if (present != null && systemPosts == size) {
            return present;
        }
        closeSystem();
        progress.say("A system is filled with %,d posts", size);
        var forum = ForumSimulator.start(SimulatorOptions.defaults().withPosts(size));
        var started = ForumSystem.start(repository, forum, directory("system"), Map.of());
        system = started;
        systemPosts = size;
        var began = System.nanoTime();
        started.startServices();
        started.awaitAll(progress, START.plusSeconds((long) (size / LEAST_POSTS_PER_SECOND)));
        progress.say("It is filled after %.1f s", (System.nanoTime() - began) / 1e9);
        return started;
    }

    /** What several rows need is measured once. */
    @SuppressWarnings("unchecked")
    public <T> T once(String what, Measurement<T> measurement) throws Exception {
        var known = results.get(what);
        if (known == null) {
            known = measurement.measure();
            results.put(what, known);
        }
        return (T) known;
    }

    /** Something that can be measured. */
    public interface Measurement<T> {
        T measure() throws Exception;
    }

    /** The next measurement begins with a new system where this one has lost a service. */
    public void closeBrokenSystem() {
        if (system != null && !system.isHealthy()) {
            closeSystem();
        }
    }

    /** The next measurement begins with a new system. */
    public synchronized void closeSystem() {
        if (system != null) {
            system.close();
            delete(system.directory());
            system = null;
        }
    }

    /** Leaves nothing behind, whatever is being measured: for the end of the process. */
    public void abandon() {
        Child.endAll();
        delete(directory);
    }

    @Override
    public void close() {
        closeSystem();
        delete(directory);
    }

    /** Deletes a directory with all that is in it, if it is there. */
    public static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
