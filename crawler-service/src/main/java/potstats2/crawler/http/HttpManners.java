package potstats2.crawler.http;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What every source keeps to and reports when it asks over HTTP.
 *
 * @param userAgent who asks
 * @param pause holds all requests back while it is on
 * @param holds the hosts that asked to be left alone
 * @param heldUntil told until when the forum is one of them
 * @param paused told when the forum is found down, and when it is back
 */
public record HttpManners(
        String userAgent,
        Clock clock,
        RequestCounts counts,
        PauseSwitch pause,
        HostHolds holds,
        Consumer<Instant> heldUntil,
        Consumer<Boolean> paused) {}
