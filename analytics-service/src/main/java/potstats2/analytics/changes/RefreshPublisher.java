package potstats2.analytics.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import potstats2.analytics.rollup.Refreshed;
import potstats2.events.StatsRefreshed;
import potstats2.runtime.kafka.EventSerializer;

/** Says on {@code stats.refreshed} that numbers are new. */
final class RefreshPublisher {

    private final AcknowledgedProducer producer;
    private final EventSerializer serializer = new EventSerializer();
    private final Clock clock;

    RefreshPublisher(AcknowledgedProducer producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** Every number may be new. */
    void everything(long generation) {
        publish(new StatsRefreshed(generation, List.of(), List.of(), null, clock.instant()));
    }

    /** These numbers are new; they hold observations from the given one on. */
    void refreshed(Refreshed refreshed, @Nullable Instant observedAt) {
        publish(new StatsRefreshed(
                refreshed.generation(), refreshed.scopes(), refreshed.newPosts(), observedAt, clock.instant()));
    }

    private void publish(StatsRefreshed event) {
        producer.publish(serializer.record(event));
    }
}
