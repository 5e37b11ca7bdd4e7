/** Writes the forum topics to PostgreSQL: the service, its settings and its schema. */
@NullMarked
package potstats2.ingest;

import org.jspecify.annotations.NullMarked;
