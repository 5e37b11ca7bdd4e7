/** Reads the forum topics from the stored positions, batch by batch, and announces what each batch changed. */
@NullMarked
package potstats2.ingest.consume;

import org.jspecify.annotations.NullMarked;
