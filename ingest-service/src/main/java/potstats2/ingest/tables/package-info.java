/** The tables of schema {@code forum} and the transactions that write a batch of events into them. */
@NullMarked
package potstats2.ingest.tables;

import org.jspecify.annotations.NullMarked;
