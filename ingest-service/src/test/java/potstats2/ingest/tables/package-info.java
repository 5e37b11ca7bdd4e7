/** Batches against the tables of a real database, without Kafka. */
@NullMarked
package potstats2.ingest.tables;

import org.jspecify.annotations.NullMarked;
