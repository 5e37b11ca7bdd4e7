/** Tests of what was written when, without servers. */
@NullMarked
package potstats2.api.periods;

import org.jspecify.annotations.NullMarked;
