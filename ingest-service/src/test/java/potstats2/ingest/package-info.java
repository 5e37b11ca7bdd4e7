/** The service as a whole, on real servers. */
@NullMarked
package potstats2.ingest;

import org.jspecify.annotations.NullMarked;
