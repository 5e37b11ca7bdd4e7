package potstats2.api.stream;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hands every event to every client. All clients are served by one thread, in rounds that take up what came meanwhile. */
final class EventStream implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final Duration INSPECTION = Duration.ofSeconds(1);

    private final StreamSettings settings;
    private final Clock clock;
    private final EventLog events;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean roundDue = new AtomicBoolean();
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean caughtUp;

    EventStream(StreamSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.events = new EventLog(settings.history(), settings.historyBytes());
    }

    /**
     * Adds an event, for those who listen now and those who come back soon.
     *
     * @param own what somebody has who has only this event
     */
    void publish(String type, byte[] json, Instant at, StreamPosition own) {
        events.append(type, json, at, own);
        wake();
    }

    /** From now on what is not in the log is known to be too old for it: clients can be told what they missed. */
    void caughtUp() {
        caughtUp = true;
        wake();
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    boolean isFull() {
        return clients.size() >= settings.clients() || !isRunning();
    }

    int clients() {
        return clients.size();
    }

    /**
     * What one client hears, without end.
     *
     * @param has what the client has already, null for one that comes for the first time
     * @param disconnect closes its connection whatever is still unsent
     */
    Flux<ByteBuffer> open(@Nullable StreamPosition has, Runnable disconnect) {
        return Flux.create(
                sink -> join(new StreamClient(this, events, has, sink, disconnect), sink),
                FluxSink.OverflowStrategy.IGNORE); // no buffer: clients send only what was asked for
    }

    private void join(StreamClient client, FluxSink<ByteBuffer> sink) {
        clients.add(client);
        sink.onDispose(() -> clients.remove(client));
        sink.onRequest(asked -> client.drain());
        if (!isRunning()) {
            client.complete();
        }
    }

    @Override
    public void start() {
        var single = Schedulers.newSingle("stats-api-stream", true);
        single.schedulePeriodically(
                this::beat,
                settings.heartbeat().toMillis(),
                settings.heartbeat().toMillis(),
                TimeUnit.MILLISECONDS);
        single.schedulePeriodically(this::inspect, INSPECTION.toMillis(), INSPECTION.toMillis(), TimeUnit.MILLISECONDS);
        scheduler = single;
    }

    /** Ends the answers, which would otherwise hold up the end of the web server. */
    @Override
    public void stop() {
        var single = scheduler;
        scheduler = null;
        if (single != null) {
            single.dispose();
        }
        clients.forEach(StreamClient::complete);
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void wake() {
        var single = scheduler;
        if (single != null && roundDue.compareAndSet(false, true)) {
            single.schedule(this::round);
        }
    }

    private void round() {
        roundDue.set(false);
        clients.forEach(StreamClient::drain);
    }

    private void beat() {
        clients.forEach(StreamClient::beat);
        round();
    }

    private void inspect() {
        events.forget(clock.instant());
        clients.stream()
                .filter(client -> client.isStalled(settings.patience()))
                .toList()
                .forEach(this::cutOff);
    }

    private void cutOff(StreamClient client) {
        log.info("Stream: a client that does not read is disconnected");
        clients.remove(client);
        client.disconnect();
    }
}
