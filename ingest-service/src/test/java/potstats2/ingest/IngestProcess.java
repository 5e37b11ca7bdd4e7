package potstats2.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import potstats2.testsupport.ForeignMachine;
import potstats2.testsupport.Servers;

/** The service in a process of its own, which can be killed. */
final class IngestProcess implements AutoCloseable {
    private final Process process;

    private IngestProcess(Process process) {
        this.process = process;
    }

    static IngestProcess start(Servers servers, Map<String, Object> settings) {
        return start(
                List.of("-cp", System.getProperty("java.class.path"), IngestService.class.getName()),
                servers,
                settings);
    }

    /** From the one file that is deployed. */
    static IngestProcess startJar(Path jar, Servers servers, Map<String, Object> settings) {
        return start(List.of("-jar", jar.toString()), servers, settings);
    }

    private static IngestProcess start(List<String> program, Servers servers, Map<String, Object> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(ForeignMachine.PERSIAN.javaOptions());
        command.addAll(program);
        var all = servers.settings();
        all.putAll(settings);
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            return new IngestProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", "ingest-process.log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
