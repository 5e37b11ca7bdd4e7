/** How services speak Kafka: events as records, partitions by thread, topics of the contract, dead letters, a topic to its end. */
@NullMarked
package potstats2.runtime.kafka;

import org.jspecify.annotations.NullMarked;
