/** A file that holds all of the forum's topics: written, verified and loaded again. */
@NullMarked
package potstats2.ingest.dump;

import org.jspecify.annotations.NullMarked;
