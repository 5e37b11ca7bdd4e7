/** Tests of the file that holds the forum's topics. */
@NullMarked
package potstats2.ingest.dump;

import org.jspecify.annotations.NullMarked;
