/** How much one client may ask, and who a client is behind a proxy. */
@NullMarked
package potstats2.api.limits;

import org.jspecify.annotations.NullMarked;
