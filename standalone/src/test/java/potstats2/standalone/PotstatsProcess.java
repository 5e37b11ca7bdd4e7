package potstats2.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import potstats2.servers.PostgresServer;
import potstats2.simulator.ForumSimulator;
import potstats2.testsupport.ForeignMachine;

/** The command as a user starts it, on a machine whose language and time are not those of the forum. */
public final class PotstatsProcess implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final Path output;
    private final Path dataDir;

    private PotstatsProcess(Process process, Path output, Path dataDir) {
        this.process = process;
        this.output = output;
        this.dataDir = dataDir;
    }

    /** Crawls the forum without a pause; options given twice count as given last. */
    public static PotstatsProcess up(Path home, ForumSimulator forum, Path dataDir, int port, String... options)
            throws IOException {
        var settings = Map.of(
                "--forum-url", forum.forumUrl(),
                "--profile-url", forum.profileUrl(),
                "--request-delay", "0ms",
                "--data-dir", dataDir.toString(),
                "--api-port", String.valueOf(port));
        var command = new ArrayList<>(List.of("up"));
        settings.forEach((name, value) -> {
            if (List.of(options).stream().noneMatch(option -> option.startsWith(name + "="))) {
                command.add(name + "=" + value);
            }
        });
        command.addAll(List.of(options));
        return start(home, dataDir, command);
    }

    /** Any command, to its end. */
    static Ended run(Path home, String... command) throws IOException, InterruptedException {
        try (var process = start(home, home, List.of(command))) {
            process.process.getOutputStream().close(); // nobody types anything
            return process.await();
        }
    }

    private static PotstatsProcess start(Path home, Path dataDir, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ForeignMachine.TURKISH.javaOptions());
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // The command's own, not the one for tests.
                "-Dlogback.configurationFile=logback.xml",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "potstats2.standalone.command.Potstats"));
        command.addAll(arguments);
        var output = Files.createTempFile(home, "output", "");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(output.toString()));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putIfAbsent("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return new PotstatsProcess(builder.start(), output, dataDir);
    }

    Ended await() throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output));
    }

    public void awaitOutput(String text) throws IOException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!Files.readString(output).contains(text)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("no \"" + text + "\" in: " + Files.readString(output));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** As Ctrl-C; whether it ends in good time. */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    /** As {@code kill -9}: its servers stay. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
            PostgresServer.forget(dataDir.resolve("postgres"));
        }
    }

    /**
     * How the command ended.
     *
     * @param exitCode what it returned
     * @param output what it printed
     */
    record Ended(int exitCode, String output) {}
}
