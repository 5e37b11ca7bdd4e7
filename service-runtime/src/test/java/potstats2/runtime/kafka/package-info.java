/** What records look like, and where they go. */
@NullMarked
package potstats2.runtime.kafka;

import org.jspecify.annotations.NullMarked;
