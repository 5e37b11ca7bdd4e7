/** The public HTTP API. */
@NullMarked
package potstats2.api;

import org.jspecify.annotations.NullMarked;
