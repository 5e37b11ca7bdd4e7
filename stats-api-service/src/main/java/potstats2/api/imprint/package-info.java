/** Who runs this. */
@NullMarked
package potstats2.api.imprint;

import org.jspecify.annotations.NullMarked;
