/** How services speak to PostgreSQL, and what every schema begins with. */
@NullMarked
package potstats2.runtime.database;

import org.jspecify.annotations.NullMarked;
