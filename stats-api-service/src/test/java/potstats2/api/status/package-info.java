/** Tests of the arithmetic of lags. */
@NullMarked
package potstats2.api.status;

import org.jspecify.annotations.NullMarked;
