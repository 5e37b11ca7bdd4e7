package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** One service as it is deployed: its own jar, its own process, 256 MB of heap. */
public final class ServiceProcess implements AutoCloseable {
    /** The heap that each service has to live in. */
    public static final int HEAP_MB = 256;

    /** As in {@code deploy/docker/java.options}. */
    static final List<String> DEPLOYED =
            List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:SurvivorRatio=3", "-XX:+ExitOnOutOfMemoryError");

    private static final Duration START = Duration.ofMinutes(2);

    private final String name;
    private final Child child;
    private final Api api;
    private final Path gcLog;

    private ServiceProcess(String name, Child child, Api api, Path gcLog) {
        this.name = name;
        this.child = child;
        this.api = api;
        this.gcLog = gcLog;
    }

    /** Starts it; {@link #awaitReady} says when it runs. */
    public static ServiceProcess start(String name, Path jar, Map<String, String> settings, Path directory)
            throws IOException {
        var api = new Api(Ports.free());
        var gcLog = directory.resolve(name + "-" + api.port() + "-gc.log");
        var options = new ArrayList<>(DEPLOYED);
        options.add("-Xmx" + HEAP_MB + "m");
        options.add(GcLog.option(gcLog));
        options.add("-Dserver.port=" + api.port());
        settings.forEach((setting, value) -> options.add("-D" + setting + "=" + value));
        var command = Child.java(options, List.of("-jar", jar.toString()));
        return new ServiceProcess(name, Child.start(name, directory, Map.of(), command), api, gcLog);
    }

    public void awaitReady() throws TimeoutException {
        Await.until(name + " to be ready", START, () -> {
            child.requireAlive();
            return api.ask("/actuator/health/readiness").isPresent();
        });
    }

    public String name() {
        return name;
    }

    public Api api() {
        return api;
    }

    public long pid() {
        return child.pid();
    }

    public ProcessCost cost() {
        return ProcessCost.of(child.pid());
    }

    public GcLog garbage() throws IOException {
        return GcLog.read(gcLog);
    }

    /** What is left of the heap when everything was looked at. */
    public double liveHeapMb() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var collect = new ProcessBuilder(jcmd, String.valueOf(pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collect.waitFor() != 0) {
            throw new IOException("jcmd cannot reach " + name);
        }
        return garbage().lastMb();
    }

    boolean isAlive() {
        return child.isAlive();
    }

    public void requireAlive() {
        child.requireAlive();
    }

    public void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
