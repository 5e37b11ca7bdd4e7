package potstats2.benchmark.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The web server that the API uses, without the API, in a process of its own. */
public final class BareServer implements AutoCloseable {
    private final Child child;
    private final int port;

    private BareServer(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Starts one that answers with these bytes whatever is asked. */
    public static BareServer start(byte[] answer, boolean gzip, Path directory) throws IOException, TimeoutException {
        var file = Files.write(directory.resolve("answer"), answer);
        var options =
                List.of("-Xmx" + ServiceProcess.HEAP_MB + "m", "-XX:+UseSerialGC", "-Dreactor.netty.native=false");
        var command = Child.java(options, BareAnswer.class.getName(), List.of(file.toString(), gzip ? "gzip" : "-"));
        var child = Child.start("bare", directory, Map.of(), command);
        try {
            return new BareServer(child, Integer.parseInt(child.awaitLine(BareAnswer.READY)));
        } catch (TimeoutException | RuntimeException e) {
            child.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        child.close();
    }
}
