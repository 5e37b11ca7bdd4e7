/** Keeps the rollups fresh. */
@NullMarked
package potstats2.analytics;

import org.jspecify.annotations.NullMarked;
