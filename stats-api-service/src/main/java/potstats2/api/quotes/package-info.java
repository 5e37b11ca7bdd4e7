/** Who quotes whom. */
@NullMarked
package potstats2.api.quotes;

import org.jspecify.annotations.NullMarked;
