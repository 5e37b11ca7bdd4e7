/** The service as its clients see it, on real servers. */
@NullMarked
package potstats2.api;

import org.jspecify.annotations.NullMarked;
