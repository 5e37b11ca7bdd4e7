/** The service as a whole, on real servers. */
@NullMarked
package potstats2.analytics;

import org.jspecify.annotations.NullMarked;
