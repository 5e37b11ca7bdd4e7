/** The rows of the table that are measured on whole systems, each in a class of its own. */
@NullMarked
package potstats2.benchmark.rows;

import org.jspecify.annotations.NullMarked;
