/** Tests of what counts as a database that is away. */
@NullMarked
package potstats2.api.database;

import org.jspecify.annotations.NullMarked;
