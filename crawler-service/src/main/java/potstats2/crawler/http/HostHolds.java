package potstats2.crawler.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import potstats2.runtime.settings.ServerUrl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Leaves each host alone as long as it asked for, with all requests and however long that is. Forgotten with the process:
 * the first answer to the next one says it again, and who operates it has a way out. Thread-safe.
 */
public final class HostHolds {

    private static final Logger log = LoggerFactory.getLogger(HostHolds.class);
    /** A machine that slept, or whose clock was set, finds out so soon. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Clock clock;
    private final Scheduler scheduler;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();

    /** Nobody asked for anything yet. */
    public HostHolds(Clock clock, Scheduler scheduler) {
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The host of an address asked to be left alone; of several times the latest counts. */
    void hold(URI url, Instant until) {
        if (until.isAfter(until(url).orElseGet(clock::instant))) {
            var host = host(url);
            ends.merge(host, until, (one, other) -> one.isAfter(other) ? one : other);
            log.warn("{} asks to be left alone until {}", host, until);
        }
    }

    /** Until when the host of an address is left alone; empty where it may be asked. */
    Optional<Instant> until(URI url) {
        return Optional.ofNullable(ends.get(host(url))).filter(end -> end.isAfter(clock.instant()));
    }

    /** Completes when the host of an address may be asked. */
    Mono<Void> passable(URI url) {
        return Mono.defer(() -> until(url).map(this::sleep).orElseGet(Mono::empty))
                .repeat(() -> until(url).isPresent())
                .then();
    }

    private Mono<Long> sleep(Instant until) {
        var left = Duration.between(clock.instant(), until).plusMillis(1);
        return Mono.delay(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP, scheduler);
    }

    /** Whether by HTTP or HTTPS, it is the same host; at another port there may be another one. */
    private static String host(URI url) {
        var server = ServerUrl.of(url.toString());
        var host = server.host().replaceFirst("\\.$", "");
        var port = server.port();
        return port == null || port == 80 || port == 443 ? host : host + ":" + port;
    }
}
