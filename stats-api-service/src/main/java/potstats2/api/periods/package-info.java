/** How much was written when. */
@NullMarked
package potstats2.api.periods;

import org.jspecify.annotations.NullMarked;
