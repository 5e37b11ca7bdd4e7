/** The rollups in schema {@code stats}: refreshed per dirty key, rebuilt and verified as a whole, all of it in SQL. */
@NullMarked
package potstats2.analytics.rollup;

import org.jspecify.annotations.NullMarked;
