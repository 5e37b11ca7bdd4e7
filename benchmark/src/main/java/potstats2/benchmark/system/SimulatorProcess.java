package potstats2.benchmark.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import potstats2.simulator.SimulateCommand;
import tools.jackson.databind.JsonNode;

/** A made-up forum in a process of its own, which can be held so that nothing is read before all is ready. */
public final class SimulatorProcess implements AutoCloseable {
    private final Child child;
    private final String forumUrl;
    private final String profileUrl;
    private final Api server;

    private SimulatorProcess(Child child, String forumUrl, String profileUrl) {
        this.child = child;
        this.forumUrl = forumUrl;
        this.profileUrl = profileUrl;
        server = new Api(URI.create(forumUrl).getPort());
    }

    public static SimulatorProcess start(int posts, Path directory) throws IOException, TimeoutException {
        var command = Child.java(
                List.of("-XX:TieredStopAtLevel=1"),
                SimulateCommand.class.getName(),
                List.of("--posts", String.valueOf(posts), "--port", "0"));
        var child = Child.start("simulator", directory, Map.of(), command);
        try {
            return new SimulatorProcess(child, child.awaitLine("forum "), child.awaitLine("profiles "));
        } catch (TimeoutException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    public String forumUrl() {
        return forumUrl;
    }

    public String profileUrl() {
        return profileUrl;
    }

    public int port() {
        return server.port();
    }

    /** What a careful reader must have counted, and the requests there were. */
    public JsonNode truth() {
        return server.get("/truth");
    }

    /** Requests to the forum by what they asked for. */
    public Map<String, Long> requests() {
        return truth().path("requests")
                .propertyStream()
                .filter(kind ->
                        !kind.getKey().equals("truth") && kind.getValue().asLong() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, kind -> kind.getValue().asLong(), Long::sum, TreeMap::new));
    }

    public double cpuSeconds() {
        return ProcessCost.of(child.pid()).cpuSeconds();
    }

    /** From now on it takes connections and answers nothing. */
    public void hold() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void release() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var ended = new ProcessBuilder("kill", "-" + name, String.valueOf(child.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("the simulator cannot be sent " + name);
        }
    }

    @Override
    public void close() {
        child.kill(); // also where it is held
    }
}
