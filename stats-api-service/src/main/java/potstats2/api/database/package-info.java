/** The read-only way to the tables, and what it means when they are away. */
@NullMarked
package potstats2.api.database;

import org.jspecify.annotations.NullMarked;
