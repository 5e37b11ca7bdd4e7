package potstats2.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the topics are written to the tables.
 *
 * @param batchSize how many records one transaction writes at most, at least 1
 * @param concurrency how many consumers this process has, at least 1
 * @param batchTimeout how long a batch may take, its retries included, before it is given up and read again; less than
 *     the consumer's {@code max.poll.interval.ms}
 * @param retryDelay how long a failed transaction waits before its next attempt at first; it waits longer each time
 * @param maxRetryDelay how long it waits at most
 * @param replicationFactor of the topics that are created, -1 for the broker's default
 * @param uploadDirectory where a dump is kept that was sent to be loaded, until it is
 */
@ConfigurationProperties("potstats2.ingest")
public record IngestProperties(
        @DefaultValue("5000") int batchSize,
        @DefaultValue("2") int concurrency,
        @DefaultValue("60s") Duration batchTimeout,
        @DefaultValue("100ms") Duration retryDelay,
        @DefaultValue("2s") Duration maxRetryDelay,
        @DefaultValue("-1") short replicationFactor,
        @DefaultValue("/tmp") Path uploadDirectory) {

    public IngestProperties {
        require(batchSize >= 1, "batch-size", batchSize, "at least 1");
        require(concurrency >= 1, "concurrency", concurrency, "at least 1");
        require(batchTimeout.compareTo(Duration.ofSeconds(1)) >= 0, "batch-timeout", batchTimeout, "at least 1s");
        require(retryDelay.compareTo(Duration.ZERO) > 0, "retry-delay", retryDelay, "longer than 0");
        require(
                maxRetryDelay.compareTo(retryDelay) >= 0,
                "max-retry-delay",
                maxRetryDelay,
                "at least potstats2.ingest.retry-delay");
        require(
                replicationFactor == -1 || replicationFactor >= 1,
                "replication-factor",
                replicationFactor,
                "-1 or at least 1");
    }

    private static void require(boolean met, String setting, Object value, String rule) {
        if (!met) {
            throw new IllegalArgumentException(
                    "potstats2.ingest." + setting + " is " + value + ", but must be " + rule);
        }
    }
}
