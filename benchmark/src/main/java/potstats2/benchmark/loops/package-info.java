/** The rows of the table that are measured on single hot loops, with JMH. */
@NullMarked
package potstats2.benchmark.loops;

import org.jspecify.annotations.NullMarked;
