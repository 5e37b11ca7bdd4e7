/** Every number against a recomputation in plain Java. */
@NullMarked
package potstats2.analytics.rollup;

import org.jspecify.annotations.NullMarked;
