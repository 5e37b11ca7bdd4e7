/** Reading and announcing, without servers. */
@NullMarked
package potstats2.ingest.consume;

import org.jspecify.annotations.NullMarked;
