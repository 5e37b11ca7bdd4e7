package potstats2.benchmark.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that belongs to a measurement; it writes a log file and ends with the measurement. */
public final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts a program. */
    public static Child start(String name, Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        var log = Files.createDirectories(directory).resolve(name + ".log");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return new Child(name, log, builder.start());
    }

    /** A JVM like this one with a class path or jar of its own. */
    public static List<String> java(List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(arguments);
        return command;
    }

    /** A class of this program in a JVM of its own. */
    public static List<String> java(List<String> options, String mainClass, List<String> arguments) {
        var program = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        program.addAll(arguments);
        return java(options, program);
    }

    public long pid() {
        return process.pid();
    }

    /** The rest of the first line of the output that begins so. */
    public String awaitLine(String begin) throws TimeoutException {
        return Await.value(name + " to say \"" + begin + "\"", START, () -> {
            requireAlive();
            return line(begin);
        });
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public void requireAlive() {
        if (!isAlive()) {
            throw new IllegalStateException(name + " has ended with " + process.exitValue() + ": " + lastLines());
        }
    }

    /** For the end of this process: ends all that are left. */
    static void endAll() {
        var children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        try {
            CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Everything it has printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and returns its exit code. */
    public int await(Duration patience) throws InterruptedException, TimeoutException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException(name + " does not end");
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Tells it to end, and makes it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> line(String begin) {
        return output().lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst();
    }

    private String lastLines() {
        var lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
