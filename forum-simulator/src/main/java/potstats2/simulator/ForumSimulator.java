package potstats2.simulator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.simulator.forum.Forum;
import potstats2.simulator.forum.Truth;

/** A running forum: the living model and the server that shows it. */
public final class ForumSimulator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForumSimulator.class);

    private final Forum forum;
    private final RequestCounts requests = new RequestCounts();
    private final FaultPlan faults;
    private final ForumServer server;
    private @Nullable TrafficScheduler traffic;

    private ForumSimulator(SimulatorOptions options) {
        forum = Forum.generate(options.shape(), options.clock());
        faults = new FaultPlan(options.seed(), options.faults());
        server = new ForumServer(new Pages(forum, requests), requests, faults, options.address(), options.port());
    }

    /** Generates the forum and serves it until closed. */
    public static ForumSimulator start(SimulatorOptions options) {
        var simulator = new ForumSimulator(options);
        LOG.info("A forum of {} posts is served at {}", options.posts(), simulator.forumUrl());
        return simulator;
    }

    /** The base of the forum's own addresses, ending in a slash. */
    public String forumUrl() {
        return base() + Pages.FORUM;
    }

    /** The base of profile addresses, ending in a slash; a UID follows. */
    public String profileUrl() {
        return base() + Pages.PROFILES;
    }

    /** A page in JSON that states {@link #truth()} and the numbers of requests. */
    public String truthUrl() {
        return base() + "/truth";
    }

    private String base() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The forum itself, to be asked and to be changed. */
    public Forum forum() {
        return forum;
    }

    public Truth truth() {
        return forum.truth();
    }

    public RequestCounts requests() {
        return requests;
    }

    /** From now on requests meet these faults. */
    public void faults(Faults others) {
        faults.change(others);
    }

    /** Lets things happen, in place of what traffic there was. */
    public synchronized void startTraffic(LiveTraffic live) {
        stopTraffic();
        traffic = new TrafficScheduler(forum, live);
    }

    /** Returns once nothing happens any more. */
    public synchronized void stopTraffic() {
        if (traffic != null) {
            traffic.close();
            traffic = null;
        }
    }

    @Override
    public void close() {
        stopTraffic();
        server.close();
    }
}
