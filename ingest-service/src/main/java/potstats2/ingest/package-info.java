/** Writes the forum topics to PostgreSQL. */
@NullMarked
package potstats2.ingest;

import org.jspecify.annotations.NullMarked;
