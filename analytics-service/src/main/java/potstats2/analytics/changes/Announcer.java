package potstats2.analytics.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import potstats2.analytics.rollup.Refreshed;
import potstats2.events.EventCodec;
import potstats2.events.StatsRefreshed;
import potstats2.events.Topic;

/** Says that numbers are new. */
final class Announcer {

    private final Publisher publisher;
    private final EventCodec codec;
    private final Clock clock;

    Announcer(Publisher publisher, EventCodec codec, Clock clock) {
        this.publisher = publisher;
        this.codec = codec;
        this.clock = clock;
    }

    /** Every number may be new. */
    void everything(long generation) {
        announce(new StatsRefreshed(generation, List.of(), List.of(), null, clock.instant()));
    }

    /** These numbers are new; they hold observations from the given one on. */
    void refreshed(Refreshed refreshed, @Nullable Instant observedAt) {
        announce(new StatsRefreshed(
                refreshed.generation(), refreshed.scopes(), refreshed.newPosts(), observedAt, clock.instant()));
    }

    private void announce(StatsRefreshed event) {
        var message = new ProducerRecord<String, byte[]>(Topic.REFRESHED.name(), codec.encode(event));
        codec.headersOf(event).forEach(message.headers()::add);
        publisher.publish(message);
    }
}
