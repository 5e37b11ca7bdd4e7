package potstats2.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.servers.DaemonServer;

/** Starts servers again that ended by themselves; tries until they start. */
final class DaemonWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DaemonWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final List<DaemonServer> servers = new CopyOnWriteArrayList<>();
    private final Map<String, String> troubles = new ConcurrentSkipListMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Looks after this one, too. */
    void add(DaemonServer server) {
        servers.add(server);
    }

    /** Until closed. */
    void start() {
        var thread = new Thread(this::watch, "servers-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Why those that ended do not start again, a line for each. */
    List<String> troubles() {
        return List.copyOf(troubles.values());
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                servers.forEach(this::look);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(DaemonServer server) {
        try {
            if (server.hasEnded()) {
                log.warn("{} ended: starting it again", server.name());
                server.restart();
                log.info("{} was started again", server.name());
            }
            troubles.remove(server.name());
        } catch (IOException | RuntimeException e) {
            var trouble = Objects.requireNonNullElse(e.getMessage(), e.toString());
            log.warn("Trying again: {}", trouble);
            log.debug("Cause", e);
            troubles.put(server.name(), trouble);
        }
    }
}
