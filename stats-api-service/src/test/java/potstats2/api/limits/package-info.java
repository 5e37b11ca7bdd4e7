/** Who is a client, and how much is too much. */
@NullMarked
package potstats2.api.limits;

import org.jspecify.annotations.NullMarked;
