package potstats2.servers;

import java.io.IOException;

/** A server beside this process. It may end by itself, as for want of memory or disk, and can then be started again. */
public interface DaemonServer extends AutoCloseable {

    /** For messages. */
    String name();

    /** Whether it ended without being told to. */
    boolean hasEnded() throws IOException;

    /**
     * Starts it again where it was, with the data it had; does nothing once it was closed.
     *
     * @throws ServerStartException when it cannot be started
     */
    void restart();

    /** Stops it. */
    @Override
    void close();
}
