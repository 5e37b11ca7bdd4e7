package potstats2.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import potstats2.testsupport.ForeignMachine;

/** One service as its operator starts it: its own jar, its own process, nothing but settings from outside. */
final class ServiceProcess implements AutoCloseable {
    private final String module;
    private final Map<String, Object> settings;
    private final Path log;
    private Process process;

    private ServiceProcess(String module, Map<String, Object> settings, Path log) {
        this.module = module;
        this.settings = Map.copyOf(settings);
        this.log = log;
        process = launch();
    }

    /**
     * Starts a service.
     *
     * @param settings by their full names, given as system properties
     * @param directory where its output goes
     */
    static ServiceProcess start(String module, Map<String, Object> settings, Path directory) {
        return new ServiceProcess(module, settings, directory.resolve(module + ".log"));
    }

    private Process launch() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(ForeignMachine.PERSIAN.javaOptions());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar().toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        var target = Path.of("..", module, "target");
        try (var files = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
            return files.iterator().next();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not packaged", e);
        }
    }

    boolean runs() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process as kill -9 does and starts another. */
    void killAndRestart() {
        kill();
        process = launch();
    }

    /** Asks the process to end as an orderly stop does; tells whether it did in time. */
    boolean stop(long seconds) {
        process.destroy();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
