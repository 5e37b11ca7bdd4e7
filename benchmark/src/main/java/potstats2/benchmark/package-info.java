/** The command that measures what potstats2 promises. */
@NullMarked
package potstats2.benchmark;

import org.jspecify.annotations.NullMarked;
