package potstats2.analytics.changes;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while refreshes fail; a process that waits for another one's partition is well. */
final class ChangesHealth extends AbstractHealthIndicator {

    private final ChangesConsumer consumer;

    ChangesHealth(ChangesConsumer consumer) {
        super("The changes are not followed");
        this.consumer = consumer;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        consumer.failure()
                .ifPresentOrElse(builder::down, () -> builder.up().withDetail("following", consumer.following()));
    }
}
