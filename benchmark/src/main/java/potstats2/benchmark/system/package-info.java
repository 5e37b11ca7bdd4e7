/** The systems that are measured: processes, what they hold, what they cost, and how they are asked. */
@NullMarked
package potstats2.benchmark.system;

import org.jspecify.annotations.NullMarked;
